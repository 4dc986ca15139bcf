package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.util.List;

/**
 * {@code train_rd_model_fixed_param}: a fixed number of weights, gains and shifts is trained, in
 * this order.
 */
public final class TrainRdModelFixedParam implements LegacyScript {
  private static final long SEED = 30;

  @Override
  public String script() {
    return "train_rd_model_fixed_param";
  }

  @Override
  public String summary() {
    return "Lyapunov: trains a fixed number of parameters; becomes spectrum-training";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options =
        TrainRandomModel.options("train_rd_model_fixed_param", arguments, List.of("number_param"));
    List<String> numbers = options.values().getOrDefault("number_param", List.of("100", "0", "0"));
    if (numbers.size() != 3) {
      throw new UserError(
          "train_rd_model_fixed_param: --number_param takes three numbers, of weights, gains and"
              + " shifts");
    }
    return TrainRandomModel.translate(
        options,
        SEED,
        List.of(
            "trained.num_weights=" + numbers.get(0),
            "trained.num_gains=" + numbers.get(1),
            "trained.num_shifts=" + numbers.get(2)));
  }
}
