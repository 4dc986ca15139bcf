package homeostat.kinds.dale.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;

/** The published training script of dense networks without homeostasis. */
public final class PlainScript implements LegacyScript {
  @Override
  public String script() {
    return "train_EI_network.py";
  }

  @Override
  public String summary() {
    return "dense networks without homeostasis: dale-classifier";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    return DenseScript.plain(PublishedScript.options(arguments));
  }
}
