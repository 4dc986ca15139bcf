package homeostat.kinds.dale.golden;

import homeostat.lab.verify.GoldenSuite;
import java.util.Map;
import java.util.TreeMap;

/** The golden cases of the Dale subject: networks with separate excitation and inhibition. */
public final class DaleGolden implements GoldenSuite {

  @Override
  public String subject() {
    return "dann";
  }

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public Map<String, Computation> kinds() {
    Map<String, Computation> kinds = new TreeMap<>();
    kinds.put("brightness", TapeCases::brightness);
    kinds.put("cross_entropy", TapeCases::crossEntropy);
    kinds.put("gradient_norm", TapeCases::gradientNorm);
    kinds.put("group_norm", TapeCases::groupNorm);
    kinds.put("homeo_loss", LossCases::homeostatic);
    kinds.put("rnn_local_loss", LossCases::recurrent);
    kinds.put("conv_local_loss", LossCases::convolution);
    kinds.put("eigen", LossCases::eigenvalue);
    kinds.put("edense", LayerCases::excitatory);
    kinds.put("eidense", LayerCases::subtractive);
    kinds.put("homeo_mean_layer", LayerCases::meanHomeostatic);
    kinds.put("homeo_full_layer", LayerCases::fullHomeostatic);
    kinds.put("shunt_layer", LayerCases::shunting);
    kinds.put("init_params", WeightCases::table);
    kinds.put("init_svd", WeightCases::divisive);
    kinds.put("network_sgd", NetworkCases::training);
    kinds.put("rnn_cell", SequenceCases::cell);
    kinds.put("rnn_network", SequenceCases::network);
    kinds.put("eiconv", ConvolutionCases::inhibitory);
    kinds.put("norm", TapeCases::norm);
    kinds.put("optimiser", OptimiserCases::trajectory);
    kinds.put("schedule", OptimiserCases::schedule);
    return kinds;
  }
}
