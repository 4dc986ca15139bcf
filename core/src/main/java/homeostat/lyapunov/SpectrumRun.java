package homeostat.lyapunov;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.lyapunov.system.TangentSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * A spectrum in the making (Benettin et al. 1980; Shimada and Nagashima 1979): the state relaxes,
 * the frame turns into its directions, then the growth ln R_jj of each interval is averaged,
 *
 * <pre>
 * lambda_j = sum_r ln R_jj(r) / T
 * </pre>
 *
 * over the time T of those intervals alone. It advances in pieces and can be stored between them.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class SpectrumRun<A> {
  /** Longest interval of all exponents. */
  private static final double LONGEST = 10;

  /** Longest interval of few: they would bear longer ones, but errors need many growths. */
  private static final double LONGEST_OF_FEW = 2;

  private final Tangents<A> tangents;
  private final Plan plan;
  private final List<double[]> growths = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final double[] growth;
  private double largestSpread;
  private double rate;
  private int interval;
  private int sinceQr;
  private long done;

  /**
   * How long, and how often frames are orthonormalised.
   *
   * @param transientSteps steps of the state alone
   * @param frameSteps steps of state and frame before the average
   * @param steps steps of the average
   * @param interval steps from one orthonormalisation to the next; 0 chooses, while the frame
   *     turns, the largest that keeps the condition below the bound
   * @param bound largest ratio of growths in one interval that is aimed at
   */
  public record Plan(long transientSteps, long frameSteps, long steps, int interval, double bound) {
    public Plan {
      if (transientSteps < 0 || frameSteps < 0 || steps < 1 || interval < 0 || !(bound > 1)) {
        throw new IllegalArgumentException(
            "steps %d, %d, %d, interval %d, bound %s"
                .formatted(transientSteps, frameSteps, steps, interval, bound));
      }
    }

    /** The steps of a schedule. */
    public static Plan of(Schedule schedule, int interval) {
      long before = 0;
      long counted = 0;
      for (int r = 0; r < schedule.lengths().length; r++) {
        before += schedule.counted()[r] ? 0 : schedule.lengths()[r];
        counted += schedule.counted()[r] ? schedule.lengths()[r] : 0;
      }
      return new Plan(schedule.transientSteps(), before, counted, interval, 100);
    }

    /**
     * The usual transients for an average over a time: 100 or a tenth of it for the state, 20 or a
     * tenth for the frame.
     *
     * @param bound largest ratio of growths in one interval that is aimed at
     */
    public static Plan usual(double time, double duration, int interval, double bound) {
      return new Plan(
          steps(Math.max(100, time / 10), duration),
          steps(Math.max(20, time / 10), duration),
          steps(time, duration),
          interval,
          bound);
    }

    /** A time in whole steps: the nearest number if within 1e-9 of it, else the next. */
    public static long steps(double time, double duration) {
      double exact = time / duration;
      double near = Math.rint(exact);
      return (long) (Math.abs(exact - near) < 1e-9 * Math.max(1, near) ? near : Math.ceil(exact));
    }

    /** Steps of all parts. */
    public long total() {
      return transientSteps + frameSteps + steps;
    }

    /** The same with another length of the average. */
    public Plan withSteps(long other) {
      return new Plan(transientSteps, frameSteps, other, interval, bound);
    }
  }

  /**
   * From a start.
   *
   * @param start first state, [size]
   * @param frame first frame, [size][k], orthonormalised first
   */
  public SpectrumRun(TangentSystem<A> system, double[] start, double[] frame, Plan plan) {
    this(new Tangents<>(system, start, frame, false), plan);
  }

  private SpectrumRun(Tangents<A> tangents, Plan plan) {
    this.tangents = tangents;
    this.plan = plan;
    growth = new double[tangents.columns];
    interval = plan.interval == 0 ? 1 : plan.interval;
  }

  /** Steps done, of {@link Plan#total}. */
  public long done() {
    return done;
  }

  /** Whether all steps are done. */
  public boolean finished() {
    return done >= plan.total();
  }

  /** Steps from one orthonormalisation to the next, as it stands. */
  public int interval() {
    return interval;
  }

  /** Advances by a number of steps, or to the end. */
  public void advance(long atMost) {
    long end = atMost >= plan.total() - done ? plan.total() : done + atMost;
    long relaxed = Math.min(end, plan.transientSteps) - done;
    if (relaxed > 0) {
      tangents.relax(relaxed);
      done += relaxed;
    }
    long turned = plan.transientSteps + plan.frameSteps;
    while (done < end) {
      long border = done < turned ? turned : plan.total();
      long steps = Math.min(Math.min(interval - sinceQr, border - done), end - done);
      tangents.advance(steps);
      done += steps;
      sinceQr += (int) steps;
      if (sinceQr == interval || done == border) {
        orthonormalise(done > turned);
      }
    }
  }

  private void orthonormalise(boolean counted) {
    double spread = tangents.orthonormalise(growth);
    for (int j = 0; j < growth.length; j++) {
      if (!Double.isFinite(growth[j])) {
        throw new NonFiniteException("growth", "tangent vector " + j, done, growth[j]);
      }
    }
    if (counted) {
      growths.add(growth.clone());
      lengths.add(sinceQr);
      largestSpread = Math.max(largestSpread, spread);
    } else if (plan.interval == 0) {
      rate = Math.max(0.95 * rate, spread / sinceQr);
      double cap = Math.max(1, longest() / tangents.system.duration());
      double allowed = rate > 0 ? StrictMath.log(plan.bound) / rate : cap;
      interval = (int) Math.clamp(Math.min(allowed, 2.0 * interval), 1, cap);
    }
    sinceQr = 0;
  }

  /** In time. An orthonormalisation costs k / N of a step, so few exponents can afford many. */
  private double longest() {
    double share = (double) tangents.columns / tangents.system.size();
    return Math.clamp(2 * LONGEST * share, LONGEST_OF_FEW, LONGEST);
  }

  /** What has been averaged so far; not a number before the first interval. */
  public Spectrum spectrum() {
    double[] sum = new double[growth.length];
    long steps = 0;
    for (int r = 0; r < growths.size(); r++) {
      steps += lengths.get(r);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += growths.get(r)[j];
      }
    }
    double duration = tangents.system.duration();
    for (int j = 0; j < sum.length; j++) {
      sum[j] /= steps * duration;
    }
    return new Spectrum(
        sum,
        growths.toArray(double[][]::new),
        lengths.stream().mapToInt(Integer::intValue).toArray(),
        duration,
        largestSpread,
        tangents.state(),
        tangents.frame());
  }

  /** Number of averaged intervals so far. */
  public int intervals() {
    return growths.size();
  }

  /** Everything that {@link #restore} needs to go on to the same bits, copied. */
  public Arrays save() {
    int k = growth.length;
    double[] all = new double[growths.size() * k];
    for (int r = 0; r < growths.size(); r++) {
      System.arraycopy(growths.get(r), 0, all, r * k, k);
    }
    return Arrays.builder()
        .put("state", tangents.state())
        .put("frame", tangents.frame(), tangents.system.size(), k)
        .put("growths", all, growths.size(), k)
        .put("lengths", lengths.stream().mapToInt(Integer::intValue).toArray())
        .put("steps", new long[] {done, tangents.n, interval, sinceQr})
        .put("rates", new double[] {rate, largestSpread})
        .build();
  }

  /** A run that goes on from what {@link #save} gave. */
  public static <A> SpectrumRun<A> restore(TangentSystem<A> system, Plan plan, Arrays saved) {
    Tangents<A> tangents =
        new Tangents<>(system, saved.doubles("state"), saved.doubles("frame"), true);
    SpectrumRun<A> run = new SpectrumRun<>(tangents, plan);
    int k = tangents.columns;
    double[] all = saved.doubles("growths");
    for (int r = 0; r < all.length / k; r++) {
      run.growths.add(java.util.Arrays.copyOfRange(all, r * k, (r + 1) * k));
      run.lengths.add(saved.ints("lengths")[r]);
    }
    long[] steps = saved.longs("steps");
    run.done = steps[0];
    tangents.n = steps[1];
    run.interval = (int) steps[2];
    run.sinceQr = (int) steps[3];
    run.rate = saved.doubles("rates")[0];
    run.largestSpread = saved.doubles("rates")[1];
    return run;
  }
}
