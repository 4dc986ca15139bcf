package homeostat.kinds.dale;

import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.kinds.dale.figures.HomeostasisBoard;
import homeostat.kinds.image.Tally;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.Lighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a model under fixed shifts of brightness: what homeostasis holds, and what it leaves.
 */
final class BrightnessProbe {
  private static final double[] SHIFTS = {-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75};

  private BrightnessProbe() {}

  /** Moments of every layer at every shift, and excitation against inhibition at none. */
  static HomeostasisBoard look(Learner learner, Views views, int images) {
    ImageBatches judged = views.judged();
    int[] subset = Arrays.copyOf(judged.subset(), Math.min(images, judged.subset().length));
    int size = Math.min(judged.size(), subset.length);
    List<HomeostasisBoard.Layer> layers = layers(learner, size, SHIFTS.length);
    for (int i = 0; i < SHIFTS.length; i++) {
      int shift = i;
      ImageBatches shifted =
          new ImageBatches(
              judged.images(),
              subset,
              judged.order(),
              Lighting.of(new Brightness.Fixed(SHIFTS[i])),
              size,
              false,
              judged.seed(),
              judged.purpose());
      learner.judge(
          shifted,
          0,
          new Tally(views.classes()),
          (pass, count) -> {
            double share = (double) count / subset.length;
            List<Probe> probes = pass.model().probes();
            for (int l = 0; l < probes.size(); l++) {
              moments(probes.get(l), layers.get(l), shift, share);
              if (SHIFTS[shift] == 0) {
                balance(probes.get(l), layers.get(l), share);
              }
            }
          });
    }
    return new HomeostasisBoard(SHIFTS.clone(), layers);
  }

  /** Room for so many levels of a change. */
  static List<HomeostasisBoard.Layer> layers(Learner learner, int batch, int levels) {
    List<HomeostasisBoard.Layer> layers = new ArrayList<>();
    for (Probe probe : learner.pass(batch).model().probes()) {
      layers.add(HomeostasisBoard.Layer.of(probe.name(), levels, probe.drive().isPresent()));
    }
    return layers;
  }

  static void moments(Probe probe, HomeostasisBoard.Layer to, int shift, double share) {
    int rows = probe.output().shape().rows();
    LayerStatistics held = probe.statistics();
    to.mean()[shift] += share * held.mean();
    to.variance()[shift] += share * held.variance();
    probe
        .drive()
        .ifPresent(drive -> {
          LayerStatistics raw =
              LayerStatistics.of(drive, Optional.empty(), Optional.empty(), false, rows);
          to.driveMean()[shift] += share * raw.mean();
          to.driveVariance()[shift] += share * raw.variance();
        });
  }

  /** Inhibition is what the drive lacks: v = a - y s. */
  private static void balance(Probe probe, HomeostasisBoard.Layer to, double share) {
    if (probe.drive().isEmpty() || probe.layer().isEmpty()) {
      return;
    }
    float[] a = probe.drive().get().value();
    float[] y = probe.output().value();
    int units = probe.output().shape().cols();
    int rows = a.length / units;
    if (to.excitation().length == 0) {
      to.begin(units);
    }
    for (int row = 0; row < rows; row++) {
      double s =
          probe.layer().get().divisor().isPresent()
              ? probe.layer().get().divisor().get().value()[row]
              : 1;
      for (int u = 0; u < units; u++) {
        int i = row * units + u;
        to.excitation()[u] += share / rows * a[i];
        to.inhibition()[u] += share / rows * (a[i] - y[i] * s);
      }
    }
  }
}
