package homeostat.gradient;

/**
 * How the learning rate changes: what it is multiplied by at a step. Use as {@code
 * optimiser.scaled(schedule.at(step))}.
 */
public sealed interface Schedule {

  /**
   * The multiplier.
   *
   * @param step steps taken so far: 0 at the first one
   */
  double at(long step);

  /** Always 1. */
  record Constant() implements Schedule {
    @Override
    public double at(long step) {
      return 1;
    }
  }

  /**
   * Linear from 0 to 1, then 1: min(step / warmup, 1).
   *
   * @param warmup steps until 1 is reached, at least 0
   */
  record WarmUp(long warmup) implements Schedule {
    public WarmUp {
      Ranges.atLeast("warm-up", warmup, 0);
    }

    @Override
    public double at(long step) {
      return step < warmup ? (double) step / warmup : 1;
    }
  }

  /**
   * Linear from 0 to 1 at {@code warmup}, then linear to 0 at {@code total}, where it stays.
   *
   * @param warmup steps until 1 is reached, at least 0
   * @param total steps until 0 is reached, at least warmup
   */
  record Triangle(long warmup, long total) implements Schedule {
    public Triangle {
      Ranges.atLeast("warm-up", warmup, 0);
      Ranges.atLeast("total", total, warmup);
    }

    @Override
    public double at(long step) {
      if (step < warmup) {
        return (double) step / warmup;
      }
      return Math.max(0, (double) (total - step) / Math.max(1, total - warmup));
    }
  }

  /**
   * Half a cosine from 1 to {@code floor} at step {@code total}, where it stays (Loshchilov and
   * Hutter 2017, without restarts): floor + (1 - floor) (1 + cos(pi step / total)) / 2.
   *
   * @param total steps until the floor is reached, at least 1
   * @param floor last multiplier, in [0, inf)
   */
  record Cosine(long total, double floor) implements Schedule {
    public Cosine {
      Ranges.atLeast("total", total, 1);
      Ranges.notNegative("floor", floor);
    }

    @Override
    public double at(long step) {
      double angle = Math.PI * Math.min(step, total) / total;
      return floor + (1 - floor) * (1 + StrictMath.cos(angle)) / 2;
    }
  }

  /**
   * Multiplied by {@code factor} after every {@code every} steps: factor^floor(step / every).
   *
   * @param every steps of a stair, at least 1
   * @param factor change from stair to stair, positive
   */
  record Stairs(long every, double factor) implements Schedule {
    public Stairs {
      Ranges.atLeast("every", every, 1);
      Ranges.positive("factor", factor);
    }

    @Override
    public double at(long step) {
      long stairs = step / every;
      return StrictMath.pow(factor, (double) stairs);
    }
  }
}
