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
    kinds.put("norm", TapeCases::norm);
    kinds.put("optimiser", OptimiserCases::trajectory);
    kinds.put("rnn_cell", CellCases::cell);
    kinds.put("schedule", OptimiserCases::schedule);
    return kinds;
  }
}
