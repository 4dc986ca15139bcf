package homeostat.kinds.disinhibition;

import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.rule.Evaluator;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.config.CircuitSection;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.task.image.Images;
import homeostat.task.image.PixelOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * A trained circuit that answers without its controller. Its inhibition has a set point only under
 * control, so it does not adapt.
 *
 * @param config of its run
 * @param parts the images
 * @param saved its parameters
 * @param seed of its run
 */
record SavedCircuit(
    ClassifierConfig config, ImageParts parts, homeostat.array.Arrays saved, long seed)
    implements SavedClassifier {

  @Override
  public String group() {
    String cells = config.model().vf().pairs() ? "circuit of pairs" : "circuit of units";
    return cells + ", " + config.trainer().name().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Images test() {
    return parts.test().images();
  }

  @Override
  public PixelOrder order() {
    return parts.test().order();
  }

  @Override
  public Answers frozen(int batch, Parallel parallel) {
    Assembly assembly = new Assembly(config);
    Layers layers = assembly.layers(parts.inputs(), parts.classes());
    CircuitSection vf = config.model().vf();
    TrainedWeights trained =
        TrainedWeights.draw(
            layers, vf.useBias(), vf.constrainFf(), vf.interneurons(), seed, parallel);
    trained.parameters().load(saved);
    trained.refresh();
    Evaluator evaluator =
        new Evaluator(
            trained.weights(),
            assembly.cells(),
            assembly.route(),
            assembly.rule().loss(),
            batch,
            parallel,
            Kernels.active());
    return new OpenLoopAnswers(
        evaluator, new float[batch * parts.inputs()], new float[batch * parts.classes()], batch);
  }

  /** Outputs of the open loop; what it is scored against does not matter. */
  private record OpenLoopAnswers(Evaluator evaluator, float[] images, float[] targets, int batch)
      implements Answers {
    @Override
    public float[] answer() {
      evaluator.score(images, targets, batch);
      return Arrays.copyOf(evaluator.activity().output(), targets.length);
    }
  }
}
