package homeostat.gradient.operation;

import homeostat.gradient.Parameter;
import homeostat.gradient.operation.Operations.Example;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;

/** Gradients of an example against central finite differences of its value. */
final class GradientCheck {
  private static final float H = 1f / 128;

  /** Gradients below this drown in the rounding of float32 values. */
  private static final double FLOOR = 1e-2;

  private GradientCheck() {}

  /**
   * What was found.
   *
   * @param worst largest difference, relative to the largest gradient (or to the floor)
   * @param where the element of it
   * @param checked elements compared
   * @param kinks elements left out: the slope depends on the length of the step
   */
  record Finding(double worst, String where, int checked, int kinks) {
    boolean right() {
      return worst < 2e-3 && kinks <= checked / 4;
    }
  }

  static Finding of(Example example, Parallel parallel) {
    Trial trial = new Trial(example, Kernels.active(), parallel);
    trial.pass();
    double largest = FLOOR;
    for (Parameter parameter : trial.parameters.all()) {
      for (float g : trial.gradients.get(parameter.name())) {
        largest = Math.max(largest, Math.abs(g));
      }
    }
    double worst = 0;
    String where = "nowhere";
    int checked = 0;
    int kinks = 0;
    for (Parameter parameter : trial.parameters.all()) {
      for (int i = 0; i < parameter.size(); i++) {
        double slope = slope(trial, parameter.raw(), i, H);
        if (Math.abs(slope - slope(trial, parameter.raw(), i, H / 2)) > 1e-3 * largest) {
          kinks++;
          continue;
        }
        checked++;
        double error = Math.abs(slope - trial.gradients.get(parameter.name())[i]) / largest;
        if (!(error <= worst)) {
          worst = error;
          where =
              parameter.name()
                  + "["
                  + i
                  + "]: slope "
                  + slope
                  + ", gradient "
                  + trial.gradients.get(parameter.name())[i];
        }
      }
    }
    return new Finding(worst, where, checked, kinks);
  }

  private static double slope(Trial trial, float[] raw, int i, float h) {
    float start = raw[i];
    raw[i] = start + h;
    double up = trial.loss();
    raw[i] = start - h;
    double down = trial.loss();
    raw[i] = start;
    return (up - down) / (2 * h);
  }
}
