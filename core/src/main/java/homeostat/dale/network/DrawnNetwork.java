package homeostat.dale.network;

import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fresh parameters of a {@link DaleNetwork}. */
final class DrawnNetwork {
  private final DaleNetwork network;
  private final long seed;
  private final List<Parameter> all = new ArrayList<>();

  DrawnNetwork(DaleNetwork network, long seed) {
    this.network = network;
    this.seed = seed;
  }

  Parameters parameters() {
    for (int i = 0; i < network.layers(); i++) {
      layer(i, network.layer(i) + ".");
    }
    return new Parameters(all);
  }

  private void layer(int i, String prefix) {
    int inputs = network.widths().get(i);
    int units = network.widths().get(i + 1);
    Architecture kind = network.kind(i);
    switch (kind) {
      case MLP -> {
        double deviation = Math.sqrt(network.weights().numerator() / inputs);
        double[] w =
            InitialWeights.fill(
                units * inputs, draws -> deviation * draws.normal(), seed, prefix + "W");
        free(prefix + "W", w, units, inputs);
      }
      case COLUMN_EI -> column(i, prefix, inputs, units);
      default -> split(i, prefix, kind, inputs, units);
    }
    if (kind == Architecture.SHUNT) {
      float[] log = new float[network.inhibitory(i)];
      double start = 0.5 * StrictMath.log((2 * Math.PI - 1) / inputs);
      Arrays.fill(log, (float) start);
      all.add(new Parameter(prefix + "alpha", log, new int[] {log.length}, Constraint.LOG));
      float[] ones = new float[units];
      Arrays.fill(ones, 1f);
      all.add(new Parameter(prefix + "g", ones, new int[] {units}, Constraint.NON_NEGATIVE));
    }
    bias(prefix, kind == Architecture.COLUMN_EI && i == 0 ? columnBias(inputs) : 0, units);
    if (network.teaching().feedbackAlignment() && i > 0) {
      feedback(i, prefix, kind, inputs, units);
    }
  }

  private void split(int i, String prefix, Architecture kind, int inputs, int units) {
    int inhibitory = network.inhibitory(i);
    List<Parameter> drawn = network.weights().draw(prefix + "W", inputs, units, inhibitory, seed);
    if (kind == Architecture.E_ONLY) {
      all.add(drawn.getFirst());
      return;
    }
    all.addAll(drawn);
    if (kind == Architecture.HOMEO_FULL) {
      DivisiveWeights divisive =
          DivisiveWeights.of(
              drawn.get(0).raw(), drawn.get(1).raw(), drawn.get(2).raw(), units, inputs);
      int[] shape = {units, inputs};
      all.add(new Parameter(prefix + "Bix", divisive.bix(), shape, Constraint.FREE));
    }
    if (kind.homeostatic()) {
      double[] center =
          InitialWeights.fill(units, draws -> draws.uniform(), seed, prefix + "center_weights");
      double sum = Arrays.stream(center).sum();
      float[] c = new float[units];
      for (int j = 0; j < units; j++) {
        c[j] = (float) (center[j] / sum);
      }
      all.add(
          new Parameter(prefix + "center_weights", c, new int[] {units}, Constraint.NON_NEGATIVE));
    }
  }

  /** Excitatory columns first; the first layer sees excitation alone. */
  private void column(int i, String prefix, int inputs, int units) {
    int inhibitory = i == 0 ? 0 : network.inhibitory(i - 1);
    int excitatory = inputs - inhibitory;
    double first = Math.sqrt(1.0 / inputs);
    double part = (2 * Math.PI - 1) / (2 * Math.PI);
    double ratio = inhibitory == 0 ? 0 : (double) excitatory / inhibitory;
    double spread =
        inhibitory == 0 ? first : Math.sqrt(1 / (part * (excitatory + excitatory * ratio)));
    double[] w =
        InitialWeights.fill(units * inputs, InitialWeights.exponential(1), seed, prefix + "Wex");
    for (int k = 0; k < w.length; k++) {
      w[k] *= k % inputs < excitatory ? spread : spread * ratio;
    }
    all.add(InitialWeights.parameter(prefix + "Wex", w, units, inputs));
  }

  private double columnBias(int inputs) {
    return -inputs * Math.sqrt(1.0 / inputs) * network.meanInput();
  }

  private void bias(String prefix, double start, int units) {
    if (network.splitBias()) {
      constant(prefix + "bias_pos", 1 + Math.max(start, 0), units);
      constant(prefix + "bias_neg", -1 + Math.min(start, 0), units);
    } else {
      constant(prefix + "bias", start, units);
    }
  }

  private void constant(String name, double value, int units) {
    float[] values = new float[units];
    Arrays.fill(values, (float) value);
    all.add(new Parameter(name, values, new int[] {units}, Constraint.FREE));
  }

  /** A fixed matrix from the law that the layer's own feedback path began with. */
  private void feedback(int i, String prefix, Architecture kind, int inputs, int units) {
    String name = prefix + "feedback";
    if (kind == Architecture.MLP || kind == Architecture.COLUMN_EI) {
      double deviation = Math.sqrt(network.weights().numerator() / inputs);
      double[] f =
          InitialWeights.fill(units * inputs, draws -> deviation * draws.normal(), seed, name);
      free(name, f, units, inputs);
      return;
    }
    List<Parameter> drawn =
        network.weights().draw(name, inputs, units, network.inhibitory(i), seed);
    double[] f = new double[units * inputs];
    float[] ex = drawn.get(0).raw();
    float[] mean = drawn.get(1).raw();
    boolean inhibited = kind == Architecture.DANN || kind == Architecture.SHUNT;
    for (int k = 0; k < f.length; k++) {
      f[k] = ex[k] - (inhibited ? mean[k % inputs] : 0);
    }
    free(name, f, units, inputs);
  }

  private void free(String name, double[] values, int rows, int cols) {
    float[] single = new float[values.length];
    for (int k = 0; k < single.length; k++) {
      single[k] = (float) values[k];
    }
    all.add(new Parameter(name, single, new int[] {rows, cols}, Constraint.FREE));
  }
}
