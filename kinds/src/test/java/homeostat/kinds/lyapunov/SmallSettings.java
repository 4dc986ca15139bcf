package homeostat.kinds.lyapunov;

import java.util.ArrayList;
import java.util.List;

/** Settings of studies that end in a moment. */
final class SmallSettings {
  static final String[] SPECTRUM = {
    "network.n=24",
    "network.g=4",
    "spectrum.tsim=150",
    "spectrum.n_samples=9",
    "spectrum.transient_time=30",
    "spectrum.frame_transient=20",
    "spectrum.nle=6"
  };
  static final String[] TRANSITION = {
    "network.n=30", "spectrum.nle=4", "spectrum.tsim=60", "spectrum.n_samples=3",
    "spectrum.transient_time=30", "spectrum.frame_transient=20", "sweep.m_g=4", "sweep.gmax=4"
  };
  static final String[] TRAINING = {
    "network.n=16",
    "network.g=4",
    "network.activation=tanh_pos",
    "target.n_epochs=12",
    "target.tsim=20",
    "target.transient_time=10",
    "target.frame_transient=5",
    "target.check_time=100",
    "target.n_samples=2",
    "target.lr=0.02",
    "trained.train_gains=true"
  };

  private SmallSettings() {}

  /** The settings, some of them others. */
  static String[] with(String[] settings, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('=') + 1);
      if (all.stream().noneMatch(other -> other.startsWith(key))) {
        all.add(setting);
      }
    }
    return all.toArray(String[]::new);
  }
}
