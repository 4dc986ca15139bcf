package homeostat.dale.recurrent;

import homeostat.dale.network.InitialWeights;
import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Initial weights of recurrent cells. Split cells draw each pathway from {@link InitialWeights}.
 * Plain cells of n units and d inputs take
 *
 * <pre>
 * NORMAL    U ~ Normal(0, numerator / d), W ~ Normal(0, numerator / n)
 * IDENTITY  U as above, W = I
 * UNIFORM   U, W and b ~ Uniform(-1 / sqrt(n), 1 / sqrt(n))
 * HYBRID    W = (1 - p) I + p Uniform, the rest as UNIFORM
 * </pre>
 *
 * @param law of plain cells
 * @param numerator of the normal law
 * @param share p of the hybrid law
 * @param split law of split cells
 * @param signedInput whether Uix and Uei may become negative, as in the published program
 */
public record RecurrentWeights(
    Plain law, double numerator, double share, InitialWeights.Law split, boolean signedInput) {
  /** Law of plain cells. */
  public enum Plain {
    NORMAL,
    IDENTITY,
    UNIFORM,
    HYBRID
  }

  /** As published. */
  public static RecurrentWeights usual() {
    return new RecurrentWeights(Plain.NORMAL, 1, 0.85, InitialWeights.Law.LOGNORMAL, false);
  }

  Parameters draw(DaleSequence network, InitialWeights readout, long seed) {
    List<Parameter> all = new ArrayList<>();
    int inputs = network.inputs();
    InitialWeights pathway = InitialWeights.recurrent(split);
    for (int i = 0; i < network.widths().size(); i++) {
      String cell = network.cell(i) + ".";
      int units = network.widths().get(i);
      if (network.kind().split()) {
        int inhibitory = network.inhibitory(i);
        all.addAll(pathway.draw(cell + "W", units, units, inhibitory, seed));
        for (Parameter u : pathway.draw(cell + "U", inputs, units, inhibitory, seed)) {
          boolean free = signedInput && !u.name().endsWith("Uex");
          all.add(free ? new Parameter(u.name(), u.raw(), u.shape(), Constraint.FREE) : u);
        }
        if (network.kind() == CellKind.SHUNT) {
          shunt(all, cell, "W", units, units, inhibitory);
          shunt(all, cell, "U", inputs, units, inhibitory);
        }
        all.add(zeros(cell + "bias", units));
      } else {
        plain(all, cell, inputs, units, seed);
      }
      all.add(zeros(cell + "h0", units));
      inputs = units;
    }
    if (network.kind().split()) {
      all.addAll(readout.draw("fc_output.W", inputs, network.outputs(), 1, seed));
    } else {
      double deviation = Math.sqrt(1.0 / inputs);
      all.add(normal("fc_output.W", network.outputs(), inputs, deviation, seed));
    }
    all.add(zeros("fc_output.bias", network.outputs()));
    return new Parameters(all);
  }

  /** exp(alpha) = sqrt((2 pi - 1) / inputs), g = 1: as in layers. */
  private static void shunt(
      List<Parameter> all, String cell, String path, int inputs, int units, int inhibitory) {
    float[] log = new float[inhibitory];
    Arrays.fill(log, (float) (0.5 * StrictMath.log((2 * Math.PI - 1) / inputs)));
    float[] ones = new float[units];
    Arrays.fill(ones, 1f);
    int[] each = {inhibitory};
    all.add(new Parameter(cell + "alpha" + path, log, each, Constraint.LOG));
    all.add(new Parameter(cell + "g" + path, ones, new int[] {units}, Constraint.NON_NEGATIVE));
  }

  private void plain(List<Parameter> all, String cell, int inputs, int units, long seed) {
    double reach = 1 / Math.sqrt(units);
    float[] eye = new float[units * units];
    for (int i = 0; i < units; i++) {
      eye[i * units + i] = 1f;
    }
    Parameter bias = zeros(cell + "bias", units);
    switch (law) {
      case NORMAL, IDENTITY -> {
        all.add(normal(cell + "U", units, inputs, Math.sqrt(numerator / inputs), seed));
        all.add(
            law == Plain.NORMAL
                ? normal(cell + "W", units, units, Math.sqrt(numerator / units), seed)
                : free(cell + "W", eye, units, units));
      }
      case UNIFORM, HYBRID -> {
        float[] w = uniform(cell + "W", units * units, reach, seed);
        if (law == Plain.HYBRID) {
          for (int i = 0; i < w.length; i++) {
            w[i] = (float) ((1 - share) * eye[i] + share * w[i]);
          }
        }
        float[] u = uniform(cell + "U", units * inputs, reach, seed);
        all.add(free(cell + "U", u, units, inputs));
        all.add(free(cell + "W", w, units, units));
        float[] b = uniform(cell + "bias", units, reach, seed);
        bias = new Parameter(cell + "bias", b, new int[] {units}, Constraint.FREE);
      }
    }
    all.add(bias);
  }

  private static float[] uniform(String name, int count, double reach, long seed) {
    Stream stream = Stream.of(seed, "weights/" + name);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (reach * (2 * stream.uniform(i) - 1));
    }
    return values;
  }

  private static Parameter normal(String name, int rows, int cols, double deviation, long seed) {
    Stream stream = Stream.of(seed, "weights/" + name);
    float[] values = new float[rows * cols];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * stream.normal(i));
    }
    return free(name, values, rows, cols);
  }

  private static Parameter free(String name, float[] values, int rows, int cols) {
    return new Parameter(name, values, new int[] {rows, cols}, Constraint.FREE);
  }

  private static Parameter zeros(String name, int units) {
    return new Parameter(name, new float[units], new int[] {units}, Constraint.FREE);
  }
}
