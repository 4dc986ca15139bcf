package homeostat.spiking.learning;

import homeostat.array.Arrays;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.homeostasis.RateDetector;
import homeostat.homeostasis.SetPoints;
import homeostat.homeostasis.SynapticScaling;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Experience;
import homeostat.spiking.LearningRule;
import homeostat.spiking.ObjectiveSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Homeostasis without gradients: every unit, a neuron or a cell type, compares a running mean of
 * its rate with its target and scales what it receives,
 *
 * <pre>
 *   r <- r + (T / tau_r) (x - r)            x: rate in Hz over a chunk of T seconds and its trials
 *   e  = clip((r* - r) / r*, -1, 1)
 *   ln w_in <- ln w_in + eta sigma e        at every update
 * </pre>
 *
 * <p>with the signs sigma of {@link SynapticScaling}. Before the first chunk r is r*, so nothing
 * moves before something was seen. The rule is local, keeps strengths positive, and needs neither
 * adjoint nor surrogate.
 *
 * <p>Logs {@code feedback/rate/<type>}, the running rate, and {@code feedback/error/<type>}, the
 * mean of |e|.
 */
public final class FeedbackHomeostasis implements LearningRule {
  /** Its name in parameter files. */
  public static final String NAME = "feedback";

  private static final String RATES = "rates";

  private final FeedbackUnits units;
  private final RateDetector detector;
  private final SetPoints targets;
  private final SynapticScaling scaling;
  private final double eta;

  /**
   * @param units whose rates are held
   * @param targets [unit] Hz
   * @param detector memory of each unit
   * @param scaling which strengths go which way
   * @param eta step of the logarithm of a strength at an error of 1
   */
  public FeedbackHomeostasis(
      FeedbackUnits units,
      SetPoints targets,
      RateDetector detector,
      SynapticScaling scaling,
      double eta) {
    this.units = units;
    this.targets = targets;
    this.detector = detector;
    this.scaling = scaling;
    this.eta = eta;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Arrays start(Parameters parameters) {
    return Arrays.builder().put(RATES, targets.targets().clone()).build();
  }

  @Override
  public Arrays observe(Experience experience, Arrays carried) {
    ChunkRecord chunk = experience.chunk();
    detector.observe(
        carried.doubles(RATES),
        units.rates(chunk.spikes(), chunk.batch() * chunk.seconds()),
        chunk.seconds());
    return carried;
  }

  @Override
  public Update update(Parameters parameters, Arrays carried, double part) {
    double[] errors = targets.errors(carried.doubles(RATES));
    for (int u = 0; u < errors.length; u++) {
      if (units.cells()[u] == 0) {
        errors[u] = 0; // a type without cells lacks no activity
      }
    }
    double[] felt = scaling.crossed() ? units.others().heard(errors) : errors;
    for (Parameter parameter : parameters.all()) {
      FeedbackUnits.Strengths strengths = units.strengths(parameter.name());
      float[] raw = parameter.raw();
      for (int i = 0; i < raw.length; i++) {
        int unit = strengths.receiver()[i];
        int sign = scaling.sign(strengths.excites()[i], units.excites()[unit]);
        raw[i] += (float) (part * eta * sign * felt[unit]);
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    units
        .means(carried.doubles(RATES))
        .forEach((type, r) -> numbers.put("feedback/rate/" + type, r));
    double[] sizes = java.util.Arrays.stream(errors).map(Math::abs).toArray();
    units.means(sizes).forEach((type, e) -> numbers.put("feedback/error/" + type, e));
    return new Update(carried, numbers);
  }

  /**
   * Makes it from {@code targets.firing_rate.<type>}, {@code feedback.eta}, {@code feedback.tau_r},
   * {@code feedback.per} and {@code feedback.scaling}.
   */
  public static final class Provider implements LearningRule.Provider {
    private static final double DEFAULT_ETA = 0.1;

    /** Memory of the detector where more is not needed, s. */
    private static final double DEFAULT_MEMORY = 0.3;

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public LearningRule create(ObjectiveSettings settings) {
      FeedbackUnits units = FeedbackUnits.of(settings);
      double[] targets = new double[units.count()];
      for (int u = 0; u < targets.length; u++) {
        targets[u] =
            settings.number("targets.firing_rate." + units.typeNames().get(units.types()[u]));
      }
      SetPoints points = new SetPoints(targets);
      String word = settings.word("feedback.scaling", "opposed", "opposed", "uniform", "cross");
      return new FeedbackHomeostasis(
          units,
          points,
          new RateDetector(memories(settings, units, targets)),
          SynapticScaling.valueOf(word.toUpperCase(java.util.Locale.ROOT)),
          settings.number("feedback.eta", DEFAULT_ETA));
    }

    /** [unit] tau_r: as given, or the default, or more where a unit is silent for longer. */
    private static double[] memories(
        ObjectiveSettings settings, FeedbackUnits units, double[] targets) {
      double trials = settings.number("training.batch_size", 1);
      Double given = settings.numbers().get("feedback.tau_r");
      double[] memories = new double[targets.length];
      for (int u = 0; u < memories.length; u++) {
        double trains = trials * Math.max(1, units.cells()[u]);
        double shortest = RateDetector.shortest(targets[u], trains);
        if (given != null && given < shortest) {
          throw new IllegalArgumentException(
              String.format(
                  java.util.Locale.ROOT,
                  "feedback.tau_r = %s s holds %.1f spikes of %.0f trains at a target of %s Hz; for"
                      + " a rate it takes %.0f: set it to %.3g s or more, or train with more"
                      + " trials",
                  given,
                  given * trains * targets[u],
                  trains,
                  targets[u],
                  RateDetector.LEAST_SPIKES,
                  shortest));
        }
        memories[u] = given == null ? Math.max(DEFAULT_MEMORY, shortest) : given;
      }
      return memories;
    }
  }
}
