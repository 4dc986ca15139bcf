package homeostat.kinds.dale.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;

/** The published training script of dense networks with homeostasis. */
public final class HomeostaticScript implements LegacyScript {
  @Override
  public String script() {
    return "train_homeostatic_network.py";
  }

  @Override
  public String summary() {
    return "dense networks with homeostasis: dale-classifier";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    return DenseScript.homeostatic(PublishedScript.options(arguments));
  }
}
