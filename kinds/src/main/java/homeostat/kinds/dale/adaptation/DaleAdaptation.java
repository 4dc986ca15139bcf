package homeostat.kinds.dale.adaptation;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.Rates;
import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.kinds.robustness.Adaptation;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.Method;
import homeostat.kinds.robustness.RobustnessConfig;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** How a feed-forward network adapts: its units have set points, which training images tell. */
public final class DaleAdaptation implements Adaptation {
  private final DaleNetwork network;
  private final Parameters parameters;
  private final Rates rates;
  private final double lambda;
  private final Predicate<String> frozen;
  private final IntFunction<ImageBatches> training;

  /** Measured when first needed: the network and the settings of a report do not change. */
  private Optional<SetPoints> points = Optional.empty();

  /**
   * @param parameters as they were saved
   * @param rates of training
   * @param lambda strength of local losses in training
   * @param frozen names of parameters that training left alone
   * @param training so many images as training saw them, in batches
   */
  public DaleAdaptation(
      DaleNetwork network,
      Parameters parameters,
      Rates rates,
      double lambda,
      Predicate<String> frozen,
      IntFunction<ImageBatches> training) {
    this.network = network;
    this.parameters = parameters;
    this.rates = rates;
    this.lambda = lambda;
    this.frozen = frozen;
    this.training = training;
  }

  DaleNetwork network() {
    return network;
  }

  Parameters parameters() {
    return parameters;
  }

  Rates rates() {
    return rates;
  }

  double lambda() {
    return lambda;
  }

  Predicate<String> frozen() {
    return frozen;
  }

  @Override
  public Set<Method> methods() {
    Set<Method> methods = EnumSet.complementOf(EnumSet.of(Method.FROZEN));
    if (network.architecture() != Architecture.HOMEO_FULL) {
      methods.remove(Method.UNIT_WEI);
    }
    if (!network.architecture().homeostatic()) {
      methods.remove(Method.LAYER);
    }
    return methods;
  }

  @Override
  public Answers open(
      Method method, RobustnessConfig.Adaptation settings, int batch, Parallel parallel) {
    SetPoints known =
        points.orElseGet(() -> {
          SetPoints measured = measure(settings, parallel);
          points = Optional.of(measured);
          return measured;
        });
    return new AdaptingNetwork(this, method, settings, known, batch, parallel);
  }

  private SetPoints measure(RobustnessConfig.Adaptation settings, Parallel parallel) {
    ImageBatches images = training.apply(settings.setPointImages());
    int size = images.size();
    SetPoints none = new SetPoints(new double[0][], new double[0][]);
    AdaptingNetwork answers =
        new AdaptingNetwork(this, Method.FROZEN, settings, none, size, parallel);
    SetPoints.Sums sums = new SetPoints.Sums(answers.layers());
    Batch room = images.room();
    ImageEpoch epoch = images.epoch(0);
    for (int i = 0; i < images.subset().length / size; i++) {
      epoch.fill(i, room);
      System.arraycopy(room.inputs(), 0, answers.images(), 0, room.inputs().length);
      answers.answer();
      sums.add(answers.layers());
    }
    return sums.points();
  }
}
