package homeostat.kinds.robustness;

import homeostat.gradient.Gradients;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.task.image.PixelOrder;
import java.util.function.BiFunction;

/** A network on a tape, frozen. */
public final class TapeAnswers implements Answers {
  private final Tape tape;
  private final Var x;
  private final Var logits;

  /**
   * @param network records it: from [time][image] rows of [feature] to [image][class]
   */
  public TapeAnswers(
      Parameters parameters,
      PixelOrder order,
      int batch,
      Parallel parallel,
      BiFunction<Tape, Var, Var> network) {
    tape = new Tape(parameters, new Gradients(parameters), Kernels.active(), parallel);
    x = tape.input("images", order.steps() * batch, order.features());
    logits = network.apply(tape, x);
  }

  @Override
  public float[] images() {
    return x.value();
  }

  @Override
  public float[] answer() {
    tape.forward();
    return logits.value().clone();
  }
}
