package homeostat.kinds.dale.legacy;

import homeostat.lab.LegacyScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published training scripts of dense networks. The documented {@code train.py} never existed;
 * it stands for the script with homeostasis where an option asks for that, else for the one
 * without.
 */
public final class DenseScript implements LegacyScript {
  static final String KIND = "dale-classifier";

  @Override
  public String script() {
    return "train.py";
  }

  @Override
  public String summary() {
    return "dense networks with or without homeostasis, as the options say: dale-classifier";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Map<String, String> options = PublishedScript.options(arguments);
    return PublishedScript.homeostatic(options) ? homeostatic(options) : plain(options);
  }

  /** The script with homeostasis. */
  static List<String> homeostatic(Map<String, String> options) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("model.homeostasis", "1");
    defaults.put("train.shuffle", "false");
    if (options.getOrDefault("model.shunting", "1").equals("0")) {
      defaults.put("opt.lambda_homeo", "0.001");
    }
    Map<String, String> given = new LinkedHashMap<>(options);
    // This script never read it: its architecture is homeostatic in any case.
    given.remove("model.homeostasis");
    given.remove("model.normtype");
    return PublishedScript.command(KIND, given, defaults);
  }

  /** The script without. */
  static List<String> plain(Map<String, String> options) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("model.homeostasis", "0");
    defaults.put("train.shuffle", "false");
    defaults.put("model.hidden_layer_width", "500");
    defaults.put("opt.lr", "0.002311947574673269");
    defaults.put("opt.inhib_lrs.wei", "0.005944464724229217");
    defaults.put("opt.inhib_lrs.wix", "0.4582898436750639");
    Map<String, String> given = new LinkedHashMap<>(options);
    given.remove("model.homeostasis");
    given.remove("model.shunting");
    return PublishedScript.command(KIND, given, defaults);
  }
}
