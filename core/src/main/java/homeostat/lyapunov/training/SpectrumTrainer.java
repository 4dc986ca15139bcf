package homeostat.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.kernel.AdamStep;
import homeostat.kernel.Kernels;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateGradient;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a rate network towards a spectrum by Adam (Kingma and Ba 2015), in 64 bits. Each epoch
 * follows the trajectory from a start, computes the exponents and their loss, goes back, clips the
 * gradient of each trained array to a norm of 2000, and takes one step.
 */
public final class SpectrumTrainer {
  /** Magnitudes of synapses. */
  public static final String WEIGHTS = "weights";

  /** Gains of types. */
  public static final String GAINS = "gains";

  /** Shifts of types. */
  public static final String SHIFTS = "shifts";

  private static final double LARGEST_NORM = 2000;

  private final byte[] signs;
  private final Units units;
  private final double dt;
  private final Trained trained;
  private final Settings settings;
  private final Map<String, double[]> values = new LinkedHashMap<>();
  private final Map<String, boolean[]> masks;
  private final Map<String, double[]> means = new LinkedHashMap<>();
  private final Map<String, double[]> squares = new LinkedHashMap<>();
  private Optional<SpectrumGradient<double[]>> gradient = Optional.empty();
  private long epoch;

  /**
   * How it trains.
   *
   * @param exponents number of exponents, k
   * @param schedule steps and orthonormalisations of an epoch
   * @param loss on the exponents
   * @param rate learning rate of Adam
   * @param form the Jacobian
   * @param truncation how far the gradient reaches back
   */
  public record Settings(
      int exponents,
      Schedule schedule,
      SpectrumLoss loss,
      double rate,
      JacobianForm form,
      Truncation truncation) {}

  /**
   * What an epoch showed, before its step.
   *
   * @param loss the loss
   * @param exponents the exponents
   * @param norms norm of the gradient of each trained array, clipped and masked
   * @param end the last state of its trajectory
   */
  public record Epoch(double loss, double[] exponents, Map<String, Double> norms, double[] end) {}

  /**
   * Of a network.
   *
   * @param masks of a trained array, which elements move; all where none is given
   */
  public SpectrumTrainer(
      SignedWeights weights,
      Units units,
      double dt,
      Trained trained,
      Settings settings,
      Map<String, boolean[]> masks) {
    signs = weights.signs();
    this.units = units;
    this.dt = dt;
    this.trained = trained;
    this.settings = settings;
    this.masks = Map.copyOf(masks);
    values.put(WEIGHTS, weights.magnitudes().clone());
    values.put(GAINS, units.gains().clone());
    values.put(SHIFTS, units.shifts().clone());
    for (String name : trained.names()) {
      means.put(name, new double[value(name).length]);
      squares.put(name, new double[value(name).length]);
    }
  }

  private double[] value(String name) {
    return found(values, name);
  }

  private static double[] found(Map<String, double[]> map, String name) {
    double[] value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no array '" + name + "' among " + map.keySet());
    }
    return value;
  }

  /** The array of a name as it is now: {@link #WEIGHTS}, {@link #GAINS} or {@link #SHIFTS}. */
  public double[] values(String name) {
    return value(name).clone();
  }

  /** The coupling as it is now, J = C o W. */
  public double[] coupling() {
    double[] coupling = new double[signs.length];
    double[] magnitudes = value(WEIGHTS);
    for (int e = 0; e < coupling.length; e++) {
      coupling[e] = signs[e] * magnitudes[e];
    }
    return coupling;
  }

  /** The network as it is now. */
  public RateNetwork network() {
    Units now = new Units(units.activation(), values(GAINS), values(SHIFTS), units.types());
    return RateNetwork.continuous(now, coupling(), dt);
  }

  /** How many synapses have another sign than at the start. */
  public int flipped() {
    int count = 0;
    for (double magnitude : value(WEIGHTS)) {
      count += magnitude < 0 ? 1 : 0;
    }
    return count;
  }

  /** Number of epochs trained. */
  public long epoch() {
    return epoch;
  }

  /**
   * One epoch.
   *
   * @param start first state, [unit]
   * @param frame first frame, [unit][k]
   */
  public Epoch train(double[] start, double[] frame) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network(), settings.form());
    SpectrumGradient<double[]> spectrum =
        gradient.orElseGet(() ->
            new SpectrumGradient<>(
                system,
                settings.exponents(),
                settings.schedule(),
                SpectrumGradient.Keep.INTERVALS));
    gradient = Optional.of(spectrum);
    spectrum.on(system);
    double[] exponents = spectrum.forward(start, frame);
    double loss = settings.loss().value(exponents);
    if (!Double.isFinite(loss)) {
      throw new NonFiniteException("loss", "", epoch, loss);
    }
    double[] adjoint =
        spectrum.backward(settings.loss().gradient(exponents), settings.truncation());
    RateGradient found = system.gradient(adjoint);
    Map<String, Double> norms = new LinkedHashMap<>();
    epoch++;
    for (String name : trained.names()) {
      double[] g = of(found, name);
      clip(g);
      mask(name, g);
      norms.put(name, norm(g));
      step(name, g);
    }
    return new Epoch(loss, exponents, norms, spectrum.end());
  }

  private double[] of(RateGradient gradient, String name) {
    return switch (name) {
      case GAINS -> gradient.gains();
      case SHIFTS -> gradient.shifts();
      default -> {
        double[] g = gradient.coupling();
        for (int e = 0; e < g.length; e++) {
          g[e] *= signs[e];
        }
        yield g;
      }
    };
  }

  private static double norm(double[] g) {
    return Math.sqrt(Kernels.active().reductions().sumSquares(g, 0, g.length));
  }

  private void clip(double[] g) {
    double norm = norm(g);
    if (!Double.isFinite(norm)) {
      throw new NonFiniteException("gradient", "", epoch, norm);
    }
    double factor = LARGEST_NORM / (norm + 1e-6);
    if (factor < 1) {
      Kernels.active().elementwise().scale(factor, g, 0, g.length);
    }
  }

  private void mask(String name, double[] g) {
    boolean[] mask = masks.get(name);
    for (int e = 0; mask != null && e < g.length; e++) {
      g[e] = mask[e] ? g[e] : 0;
    }
  }

  private void step(String name, double[] g) {
    double[] value = value(name);
    double[] before = value.clone();
    boolean log = name.equals(WEIGHTS) && trained.sign() == Trained.Sign.LOG;
    if (settings.loss().maximised()) {
      Kernels.active().elementwise().scale(-1.0, g, 0, g.length);
    }
    for (int e = 0; log && e < g.length; e++) {
      g[e] *= value[e];
      value[e] = signs[e] == 0 ? 0 : StrictMath.log(value[e]);
    }
    AdamStep adam = AdamStep.number(epoch, settings.rate(), 0.9, 0.999, 1e-8);
    Kernels.active()
        .updates()
        .adam(adam, g, 0, found(means, name), 0, found(squares, name), 0, value, 0, value.length);
    for (int e = 0; log && e < g.length; e++) {
      value[e] = signs[e] == 0 ? 0 : StrictMath.exp(value[e]);
    }
    boolean[] mask = masks.get(name);
    for (int e = 0; mask != null && e < value.length; e++) {
      // A logarithm and back may change the last bit.
      value[e] = mask[e] ? value[e] : before[e];
    }
    if (name.equals(WEIGHTS) && trained.sign() == Trained.Sign.CLIP) {
      for (int e = 0; e < value.length; e++) {
        value[e] = Math.max(0, value[e]);
      }
    }
  }

  /** Everything that {@link #load} needs to go on to the same bits, copied. */
  public Arrays save() {
    Arrays.Builder saved = Arrays.builder().put("epoch", new long[] {epoch});
    values.forEach((name, value) -> saved.put(name, value.clone()));
    means.forEach((name, value) -> saved.put("mean/" + name, value.clone()));
    squares.forEach((name, value) -> saved.put("square/" + name, value.clone()));
    return saved.build();
  }

  /** Takes what {@link #save} gave. */
  public void load(Arrays saved) {
    epoch = saved.longs("epoch")[0];
    values.replaceAll((name, _) -> saved.doubles(name).clone());
    means.replaceAll((name, _) -> saved.doubles("mean/" + name).clone());
    squares.replaceAll((name, _) -> saved.doubles("square/" + name).clone());
  }
}
