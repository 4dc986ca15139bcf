package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;

/**
 * Van Rossum's distance (Neural Computation 13, 2001) between spikes o and target spikes y, with
 * two cascaded exponential filters, not normalised:
 *
 * <pre>
 *   p_t = a p_{t-1} + o_t,  z_t = b z_{t-1} + p_t,   a = exp(-dt / tau_rise), b = exp(-dt / tau_decay)
 *   L = mean_btn (z_o - z_y)^2
 * </pre>
 *
 * <p>The gradient is the same filters run backwards over 2 (z_o - z_y) / (B N T). As the filters
 * are linear, they run over o - y. Their state goes on from chunk to chunk. As published, it is
 * held for the first step of a chunk without decay; {@code exactCarry} decays it there too. The
 * distance favours missing spikes over displaced ones, hence a bias towards low rates.
 */
public final class VanRossum implements Objective {
  private final double rise;
  private final double decay;
  private final boolean exactCarry;

  /**
   * @param tauRise ms
   * @param tauDecay ms
   * @param dt time step, ms
   * @param exactCarry let carried state decay in the first step of a chunk
   */
  public VanRossum(double tauRise, double tauDecay, double dt, boolean exactCarry) {
    if (!(tauRise > 0) || !(tauDecay > 0)) {
      throw new IllegalArgumentException(
          "van Rossum time constants " + tauRise + " and " + tauDecay + " ms must be positive");
    }
    this.rise = StrictMath.exp(-dt / tauRise);
    this.decay = StrictMath.exp(-dt / tauDecay);
    this.exactCarry = exactCarry;
  }

  @Override
  public String name() {
    return "van_rossum";
  }

  @Override
  public Arrays start(int batch, int neurons) {
    return Arrays.builder()
        .put("p", new double[batch * neurons], batch, neurons)
        .put("z", new double[batch * neurons], batch, neurons)
        .build();
  }

  /**
   * The filters over a signal in place.
   *
   * @param signal [time]; becomes z
   * @param p carried p
   * @param z carried z
   * @return p after the last step
   */
  public double smooth(double[] signal, double p, double z) {
    for (int t = 0; t < signal.length; t++) {
      boolean held = t == 0 && !exactCarry;
      p = (held ? p : rise * p) + signal[t];
      z = (held ? z : decay * z) + p;
      signal[t] = z;
    }
    return p;
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    int batch = chunk.batch();
    int steps = chunk.steps();
    SpikeTrains target =
        chunk
            .target()
            .orElseThrow(() ->
                new IllegalArgumentException("van_rossum needs target spikes; there are none"));
    double[] p = carried.doubles("p").clone();
    double[] z = carried.doubles("z").clone();
    float[] gradient = new float[batch * steps * neurons];
    double[] sums = new double[batch];
    double share = 1.0 / ((double) batch * steps * neurons);
    parallel.forEach(
        batch,
        b -> {
          double[] signal = new double[steps];
          for (int n = 0; n < neurons; n++) {
            int at = b * neurons + n;
            java.util.Arrays.fill(signal, 0);
            add(chunk.spikes(), b, n, 1, signal);
            add(target, b, n, -1, signal);
            p[at] = smooth(signal, p[at], z[at]);
            z[at] = signal[steps - 1];
            sums[b] += backwards(signal, 2 * share, gradient, b * steps * neurons + n, neurons);
          }
        });
    double loss = 0;
    for (double sum : sums) {
      loss += sum;
    }
    Arrays next = Arrays.builder().put("p", p, batch, neurons).put("z", z, batch, neurons).build();
    return new Evaluation(
        loss * share,
        java.util.List.of(new Sensitivity.Spikes(gradient)),
        next,
        java.util.Map.of());
  }

  private static void add(SpikeTrains trains, int b, int n, double sign, double[] signal) {
    for (int e = trains.from(b, n); e < trains.to(b, n); e++) {
      signal[trains.times()[e]] += sign;
    }
  }

  /** Writes the gradient of {@code factor / 2} times the sum of squares, which it returns. */
  private double backwards(double[] z, double factor, float[] gradient, int at, int stride) {
    double y = 0;
    double x = 0;
    double squares = 0;
    for (int t = z.length - 1; t >= 0; t--) {
      squares += z[t] * z[t];
      y = decay * y + factor * z[t];
      x = rise * x + y;
      gradient[at + t * stride] = (float) x;
    }
    return squares;
  }

  /** Makes it from {@code hyperparameters.van_rossum_tau_*} and {@code van_rossum.exact_carry}. */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "van_rossum";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      return new VanRossum(
          settings.number("hyperparameters.van_rossum_tau_rise"),
          settings.number("hyperparameters.van_rossum_tau_decay"),
          settings.dt(),
          settings.flag("van_rossum.exact_carry", false));
    }
  }
}
