package homeostat.spiking.loss;

import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;

/**
 * Makes the loss on irregularity, by {@code cv.gradient}: {@code none} is the published value
 * ({@link Irregularity}), {@code insertion} an {@link IntervalIrregularity}, {@code count} a {@link
 * CountIrregularity}.
 */
public final class IrregularityProvider implements Objective.Provider {
  @Override
  public String name() {
    return "cv";
  }

  @Override
  public Objective create(ObjectiveSettings settings) {
    double[] target = new double[settings.cellTypes().length];
    java.util.Arrays.fill(target, settings.number("targets.cv", 1));
    return switch (settings.word("cv.gradient", "none", "none", "insertion", "count")) {
      case "insertion" -> new IntervalIrregularity(target, settings.number("cv.tau", 5));
      case "count" -> {
        requireLong(settings);
        yield new CountIrregularity(target);
      }
      default -> new Irregularity(target, settings.flag("cv.within_trial", false));
    };
  }

  /** The window of counts is a chunk: it has to hold ten mean intervals of every cell type. */
  private static void requireLong(ObjectiveSettings settings) {
    double steps = settings.number("simulation.chunk_size");
    double seconds = steps * settings.dt() / 1000;
    settings
        .physiology()
        .cells()
        .forEach(cell -> {
          double rate = settings.number("targets.firing_rate." + cell.name());
          if (seconds * rate < CountIrregularity.INTERVALS) {
            throw new IllegalArgumentException(
                "cv.gradient = \"count\" needs a chunk of ten mean intervals; at the target of "
                    + rate
                    + " Hz for "
                    + cell.name()
                    + " a chunk of "
                    + seconds
                    + " s holds "
                    + Math.round(seconds * rate * 100) / 100.0
                    + ": set simulation.chunk_size to "
                    + (long) Math.ceil(CountIrregularity.INTERVALS / rate * 1000 / settings.dt())
                    + " or more, or cv.gradient = \"insertion\"");
          }
        });
  }
}
