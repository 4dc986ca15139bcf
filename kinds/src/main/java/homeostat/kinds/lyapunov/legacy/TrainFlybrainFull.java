package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;
import java.util.Optional;

/** {@code train_flybrain_full}: a gain and a shift for each neuron of a region. */
public final class TrainFlybrainFull implements LegacyScript {
  @Override
  public String script() {
    return "train_flybrain_full";
  }

  @Override
  public String summary() {
    return "Lyapunov: trains each neuron of a region; becomes spectrum-training";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options = TrainConnectome.options("train_flybrain_full", arguments);
    return TrainConnectome.translate(
        options,
        options.require("n_samples"),
        options.require("nle"),
        options.require("activation"),
        options.require("loss"),
        Optional.empty());
  }
}
