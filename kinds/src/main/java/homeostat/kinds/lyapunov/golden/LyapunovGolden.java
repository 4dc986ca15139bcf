package homeostat.kinds.lyapunov.golden;

import homeostat.lab.verify.GoldenSuite;
import java.util.Map;
import java.util.TreeMap;

/** The golden cases of Lyapunov spectra and of training on them. */
public final class LyapunovGolden implements GoldenSuite {

  @Override
  public String subject() {
    return "lyapunov";
  }

  @Override
  public String precision() {
    return "float64";
  }

  @Override
  public Map<String, Computation> kinds() {
    Map<String, Computation> kinds = new TreeMap<>();
    kinds.put("activation", NetworkCases::activation);
    kinds.put("random_matrix", NetworkCases::randomMatrix);
    kinds.put("model_steps", NetworkCases::steps);
    kinds.put("connectome", NetworkCases::connectome);
    kinds.put("qr", SpectrumCases::qr);
    kinds.put("loss", SpectrumCases::loss);
    kinds.put("spectrum_source", SpectrumCases::published);
    kinds.put("spectrum_recommended", GradientCases::recommended);
    kinds.put("spectrum_discrete_rnn", GradientCases::discrete);
    kinds.put("gradient_source", GradientCases::published);
    kinds.put("training", TrainingCases::training);
    return kinds;
  }
}
