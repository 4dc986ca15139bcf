package homeostat.spiking.learning;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Adam;
import homeostat.gradient.Clip;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.Schedule;
import homeostat.spiking.Experience;
import homeostat.spiking.LearningRule;
import homeostat.spiking.LogGradient;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Recording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Truncated back-propagation through time: the gradients of the chunks of an update are added up,
 * bounded in their norm together, and handed to an optimiser. At the end of a run an incomplete sum
 * is scaled up to a complete one.
 *
 * <p>Logs {@code gradients/norm_before_clip}, and {@code gradients/<parameter>_norm} after
 * clipping.
 */
public final class BackPropagation implements LearningRule {
  /** Its name in parameter files. */
  public static final String NAME = "backprop";

  /** The column of the norm of all gradients together, before clipping. */
  public static final String NORM = "gradients/norm_before_clip";

  private static final double RATE = 0.01;
  private static final String GRADIENTS = "gradients/";
  private static final String OPTIMISER = "optimiser/";

  private final Optimiser optimiser;
  private final Schedule schedule;
  private final OptionalDouble clip;

  /** Of a learning rate that stays. */
  public BackPropagation(Optimiser optimiser, OptionalDouble clip) {
    this(optimiser, new Schedule.Constant(), clip);
  }

  /**
   * @param optimiser what turns gradients into updates
   * @param schedule how its learning rate changes from update to update
   * @param clip bound on the norm of all gradients together; empty for none
   */
  public BackPropagation(Optimiser optimiser, Schedule schedule, OptionalDouble clip) {
    this.optimiser = optimiser;
    this.schedule = schedule;
    this.clip = clip;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording recording() {
    return Recording.ADJOINT;
  }

  @Override
  public Arrays start(Parameters parameters) {
    return carried(new Gradients(parameters), optimiser.start(parameters));
  }

  private static Arrays carried(Gradients gradients, OptimiserState state) {
    return Arrays.builder()
        .putAll(GRADIENTS, gradients.save())
        .putAll(OPTIMISER, state.save())
        .build();
  }

  private static Gradients gradients(Parameters parameters, Arrays carried) {
    Gradients gradients = new Gradients(parameters);
    gradients.load(carried.below(GRADIENTS));
    return gradients;
  }

  private OptimiserState state(Parameters parameters, Arrays carried) {
    OptimiserState state = optimiser.start(parameters);
    state.load(carried.below(OPTIMISER));
    return state;
  }

  @Override
  public Arrays observe(Experience experience, Arrays carried) {
    Optional<LogGradient> gradient = experience.gradient();
    if (gradient.isEmpty()) {
      return carried;
    }
    for (Parameter parameter : experience.parameters().all()) {
      double[] more = gradient.get().of(parameter.name());
      float[] into = carried.floats(GRADIENTS + parameter.name());
      for (int i = 0; i < into.length; i++) {
        into[i] += (float) more[i];
        if (!Float.isFinite(into[i])) {
          throw new NonFiniteException(
              "gradient",
              "parameter '" + parameter.name() + "', element " + i,
              experience.stepsDone(),
              into[i]);
        }
      }
    }
    return carried;
  }

  @Override
  public Update update(Parameters parameters, Arrays carried, double part) {
    Gradients gradients = gradients(parameters, carried);
    OptimiserState state = state(parameters, carried);
    if (part < 1) {
      gradients.scale(1 / part);
    }
    double norm =
        clip.isPresent() ? Clip.globalNorm(gradients, clip.getAsDouble()) : gradients.globalNorm();
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Parameter parameter : parameters.all()) {
      double squares = 0;
      for (float g : gradients.get(parameter.name())) {
        squares += (double) g * g;
      }
      numbers.put(GRADIENTS + parameter.name() + "_norm", Math.sqrt(squares));
    }
    numbers.put(NORM, norm);
    optimiser.scaled(schedule.at(state.steps())).step(parameters, gradients, state);
    return new Update(carried(new Gradients(parameters), state), numbers);
  }

  /**
   * Makes it with Adam from {@code hyperparameters.learning_rate} (0.01), {@code
   * hyperparameters.learning_rate_end} where given, which half a cosine reaches after {@code
   * training.updates}, and, where given, {@code training.grad_norm_clip}.
   */
  public static final class Provider implements LearningRule.Provider {
    private static final String END = "hyperparameters.learning_rate_end";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public LearningRule create(ObjectiveSettings settings) {
      double rate = settings.number("hyperparameters.learning_rate", RATE);
      Double clip = settings.numbers().get("training.grad_norm_clip");
      return new BackPropagation(
          Adam.withRate(rate),
          schedule(settings, rate),
          clip == null ? OptionalDouble.empty() : OptionalDouble.of(clip));
    }

    private static Schedule schedule(ObjectiveSettings settings, double rate) {
      Double end = settings.numbers().get(END);
      if (end == null) {
        return new Schedule.Constant();
      }
      if (!(rate > 0)) {
        throw new IllegalArgumentException(
            END + " = " + end + " has no effect on a learning rate of 0; remove it");
      }
      long updates = (long) settings.number("training.updates");
      return new Schedule.Cosine(Math.max(1, updates - 1), end / rate);
    }
  }
}
