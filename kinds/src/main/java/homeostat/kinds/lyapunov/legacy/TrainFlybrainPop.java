package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;
import java.util.Optional;

/** {@code train_flybrain_pop}: a gain and a shift for each population of a region. */
public final class TrainFlybrainPop implements LegacyScript {
  @Override
  public String script() {
    return "train_flybrain_pop";
  }

  @Override
  public String summary() {
    return "Lyapunov: trains the populations of a region; becomes spectrum-training";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options = TrainConnectome.options("train_flybrain_pop", arguments);
    return TrainConnectome.translate(
        options,
        options.get("n_samples", "1"),
        options.get("nle", "1"),
        options.get("activation", "tanh_pos"),
        options.get("loss", "l2"),
        Optional.of(options.get("subpopulation", "neurotransmitter")));
  }
}
