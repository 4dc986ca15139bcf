package homeostat.disinhibition.teacher;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/** First states of teacher and students. */
public final class StudentStart {
  private StudentStart() {}

  /**
   * W ~ N(0, 4 / senders), b ~ N(0, 4 / units), potentials and integrators at zero, feedback
   * weights that fit them.
   *
   * @param purpose names the stream: teacher and student draw apart
   */
  public static double[] draw(
      StudentShape shape, StudentSettings settings, long seed, String purpose) {
    double[] state = new double[shape.size()];
    Draws draws = Stream.of(seed, purpose).draws();
    for (int l = 0; l < 2; l++) {
      int weights = shape.senders(l) * shape.units(l);
      double spread = 2 / Math.sqrt(shape.senders(l));
      for (int i = 0; i < weights; i++) {
        state[shape.weights(l) + i] = spread * draws.normal();
      }
      for (int h = 0; h < shape.units(l); h++) {
        state[shape.bias(l) + h] = 2 / Math.sqrt(shape.units(l)) * draws.normal();
      }
    }
    double[] first = new double[shape.outputs() * shape.hidden()];
    double[] second = new double[shape.outputs() * shape.outputs()];
    new StudentField(shape, settings, Mode.EVAL, (_, _, _) -> {}).feedback(state, first, second);
    System.arraycopy(first, 0, state, shape.feedback(0), first.length);
    System.arraycopy(second, 0, state, shape.feedback(1), second.length);
    return state;
  }
}
