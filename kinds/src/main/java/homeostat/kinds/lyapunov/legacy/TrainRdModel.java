package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;

/** {@code train_rd_model}: trains random networks towards a spectrum. */
public final class TrainRdModel implements LegacyScript {
  private static final long SEED = 29;

  @Override
  public String script() {
    return "train_rd_model";
  }

  @Override
  public String summary() {
    return "Lyapunov: trains random networks; becomes spectrum-training";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    return TrainRandomModel.translate(
        TrainRandomModel.options("train_rd_model", arguments, List.of()), SEED, List.of());
  }
}
