package homeostat.kinds.disinhibition.trajectory;

import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.StateRow;
import homeostat.dynamics.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A circuit's state over time, sampled at equal steps: without control up to a moment, from there
 * under control.
 *
 * @param row where the variables lie in a state
 * @param times of the samples, s
 * @param states at these times, [time][variable]
 * @param control c at these times, [time][output]
 * @param label the class of the image
 * @param closed time at which control sets in, s; infinite where it never does
 * @param unsettled integrations that ended before a steady state, where one was looked for
 */
record Trajectory(
    StateRow row,
    double[] times,
    float[] states,
    float[] control,
    int label,
    double closed,
    int unsettled) {

  /** Samples the steps of an integration as they are made. */
  static final class Recorder implements Segment.Observer {
    private final double every;
    private final double offset;
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> states = new ArrayList<>();
    private long next;

    /**
     * @param every time between samples, s
     * @param offset added to the times of the integration, s
     */
    Recorder(double every, double offset) {
      this.every = every;
      this.offset = offset;
    }

    @Override
    public void accepted(Segment segment) {
      while (next * every <= segment.t1()) {
        double[] state = new double[segment.x1().length];
        segment.at(next * every, state);
        times.add(offset + next * every);
        states.add(state);
        next++;
      }
    }

    List<Double> times() {
      return times;
    }

    List<double[]> states() {
      return states;
    }
  }

  /** Whether control ever sets in. */
  boolean controlled() {
    return !Double.isInfinite(closed);
  }

  int samples() {
    return times.length;
  }

  /** One variable over time. */
  double[] course(int variable) {
    double[] course = new double[times.length];
    for (int t = 0; t < times.length; t++) {
      course[t] = states[t * row.width() + variable];
    }
    return course;
  }

  /** Control of one output over time. */
  double[] courseOfControl(int output) {
    double[] course = new double[times.length];
    for (int t = 0; t < times.length; t++) {
      course[t] = control[t * row.layers().outputs() + output];
    }
    return course;
  }

  /** Everything, under the names of the equations. */
  Arrays arrays() {
    int n = times.length;
    Arrays.Builder arrays =
        Arrays.builder()
            .put("t", times)
            .put("control_from", new double[] {closed})
            .put("label", new int[] {label});
    for (int l = 0; l < row.layers().depth(); l++) {
      int units = row.layers().units(l);
      arrays.put("uE_" + l, block(row.potentials(l), units), n, units);
      arrays.put("uI_" + l, block(row.interneurons(l), units), n, units);
    }
    int outputs = row.layers().outputs();
    return arrays
        .put("v", block(row.output(), outputs), n, outputs)
        .put("c_int", block(row.integrator(), outputs), n, outputs)
        .put("c", control, n, outputs)
        .build();
  }

  private float[] block(int from, int width) {
    float[] block = new float[times.length * width];
    for (int t = 0; t < times.length; t++) {
      System.arraycopy(states, t * row.width() + from, block, t * width, width);
    }
    return block;
  }

  /** What {@link #read} takes. */
  Arrays save() {
    return Arrays.builder()
        .put("times", times)
        .put("states", states)
        .put("control", control)
        .put("label", new int[] {label})
        .put("closed", new double[] {closed})
        .put("unsettled", new int[] {unsettled})
        .build();
  }

  static Trajectory read(StateRow row, Arrays saved) {
    return new Trajectory(
        row,
        saved.doubles("times"),
        saved.floats("states"),
        saved.floats("control"),
        saved.ints("label")[0],
        saved.doubles("closed")[0],
        saved.ints("unsettled")[0]);
  }
}
