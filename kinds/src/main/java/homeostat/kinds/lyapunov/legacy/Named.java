package homeostat.kinds.lyapunov.legacy;

import homeostat.array.FormatException;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.published.PublishedNames;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Gives a training run the name that the published programs give it. */
final class Named {
  private Named() {}

  /**
   * The arguments with {@code run.name}; as they are where they have a mistake, which the run
   * tells.
   *
   * @param arguments {@code run spectrum-training key=value ...}
   */
  static List<String> training(List<String> arguments) {
    List<String> out = new ArrayList<>(arguments);
    try {
      Record config =
          ConfigLoader.load(arguments.get(1), arguments.subList(2, arguments.size()), Kinds.all())
              .config();
      if (config instanceof SpectrumTrainingConfig training) {
        out.add("run.name=" + PublishedNames.training(training));
      }
    } catch (UserError | FormatException e) {
      return out;
    }
    return out;
  }
}
