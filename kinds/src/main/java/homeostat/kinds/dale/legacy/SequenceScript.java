package homeostat.kinds.dale.legacy;

import homeostat.lab.LegacyScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published training script of recurrent networks. */
public final class SequenceScript implements LegacyScript {
  @Override
  public String script() {
    return "rnn_task/src/train.py";
  }

  @Override
  public String summary() {
    return "recurrent networks that read images row by row: dale-sequence";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Map<String, String> options = PublishedScript.options(arguments);
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("train.shuffle", "false");
    // The published strength; every published run set its own.
    defaults.put("opt.lambda_homeo", "1.0");
    boolean dann = !options.getOrDefault("model.is_dann", "1").equals("0");
    boolean homeostasis = !options.getOrDefault("model.homeostasis", "1").equals("0");
    boolean implicit = options.getOrDefault("model.implicit_homeostatic_loss", "0").equals("1");
    if (dann && homeostasis && !implicit) {
      defaults.put("model.local_loss", "legacy");
    }
    return PublishedScript.command("dale-sequence", options, defaults);
  }
}
