package homeostat.disinhibition.weights;

import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Products;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a network as an optimiser moves them and as the network sees them. Parameters are
 * {@code hidden_0.kernel}, {@code hidden_0.bias}, ..., {@code readout.kernel}; kernels begin as
 * truncated normal numbers of variance 1 / senders (LeCun), biases at zero.
 */
public final class TrainedWeights {
  private final Layers layers;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Weights weights;
  private final Weights gradient;
  private final List<Optional<SplitLayer>> splits;
  private final Products products;

  private TrainedWeights(
      Layers layers,
      Parameters parameters,
      List<float[]> kernels,
      List<float[]> biases,
      List<Optional<SplitLayer>> splits,
      boolean biased,
      Products products) {
    this.layers = layers;
    this.parameters = parameters;
    this.splits = splits;
    this.products = products;
    gradients = new Gradients(parameters);
    weights = new Weights(layers, kernels, biases);
    List<float[]> kernelGradients = new ArrayList<>();
    List<float[]> biasGradients = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      kernelGradients.add(
          splits.get(l).isPresent()
              ? new float[kernels.get(l).length]
              : gradients.get(name(l) + ".kernel"));
      if (l < layers.depth()) {
        biasGradients.add(biased ? gradients.get(name(l) + ".bias") : new float[layers.units(l)]);
      }
    }
    gradient = new Weights(layers, kernelGradients, biasGradients);
    refresh();
  }

  /** The name of layer l in parameters and metrics. */
  public String name(int l) {
    return l == layers.depth() ? "readout" : "hidden_" + l;
  }

  /**
   * Draws the first weights.
   *
   * @param biased whether hidden layers have trained biases; else they stay at zero
   * @param interneurons of a split layer, as a share of its units; at least one
   */
  public static TrainedWeights draw(
      Layers layers,
      boolean biased,
      Signs signs,
      double interneurons,
      long seed,
      Parallel parallel) {
    List<Parameter> all = new ArrayList<>();
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    List<Optional<SplitLayer>> splits = new ArrayList<>();
    WeightDraw draw = new WeightDraw(seed);
    for (int l = 0; l <= layers.depth(); l++) {
      String name = l == layers.depth() ? "readout" : "hidden_" + l;
      int senders = layers.senders(l);
      int units = layers.units(l);
      float[] free = draw.normal(l, senders, units);
      if (signs == Signs.SPLIT) {
        int between = Math.max(1, (int) Math.round(interneurons * units));
        SplitLayer split = SplitLayer.draw(name, l, free, senders, between, seed);
        all.addAll(split.parts());
        kernels.add(split.whole());
        splits.add(Optional.of(split));
      } else {
        Parameter kernel = kernel(name, free, senders, units, signs, draw.signs(l, senders));
        all.add(kernel);
        kernels.add(kernel.raw());
        splits.add(Optional.empty());
      }
      if (l < layers.depth()) {
        float[] bias = new float[units];
        biases.add(bias);
        if (biased) {
          all.add(new Parameter(name + ".bias", bias, new int[] {units}, Constraint.FREE));
        }
      }
    }
    return new TrainedWeights(
        layers,
        new Parameters(all),
        kernels,
        biases,
        splits,
        biased,
        new Products(Kernels.active().dense(), parallel));
  }

  private static Parameter kernel(
      String name, float[] free, int senders, int units, Signs signs, byte[] bySender) {
    int[] shape = {senders, units};
    Constraint constraint = Constraint.FREE;
    if (signs == Signs.NONNEG) {
      // Weights that all add up must be smaller for the sum to stay of order one.
      float smaller = (float) (1 / Math.sqrt(senders));
      for (int i = 0; i < free.length; i++) {
        free[i] = smaller * Math.abs(free[i]);
      }
      constraint = Constraint.NON_NEGATIVE;
    } else if (signs == Signs.COLUMN_SIGN) {
      byte[] all = new byte[free.length];
      for (int i = 0; i < free.length; i++) {
        all[i] = bySender[i / units];
        free[i] = all[i] * Math.abs(free[i]);
      }
      constraint = new Constraint.FixedSign(all);
    }
    return new Parameter(name + ".kernel", free, shape, constraint);
  }

  /** What an optimiser moves. */
  public Parameters parameters() {
    return parameters;
  }

  /** Gradients of {@link #parameters}, filled by {@link #chain}. */
  public Gradients gradients() {
    return gradients;
  }

  /** What the network sees; up to date after {@link #refresh}. */
  public Weights weights() {
    return weights;
  }

  /** Room for gradients with respect to {@link #weights}. */
  public Weights gradient() {
    return gradient;
  }

  /** From gradients of what the network sees to gradients of the parameters. */
  public void chain() {
    for (int l = 0; l <= layers.depth(); l++) {
      float[] of = gradient.kernels().get(l);
      splits.get(l).ifPresent(split -> split.chain(products, of, gradients));
    }
  }

  /** From changed parameters to what the network sees. */
  public void refresh() {
    splits.forEach(split -> split.ifPresent(one -> one.join(products)));
  }

  /**
   * Share of the weights between cells, the inputs' left out, whose sign differs from that of most
   * weights of the same sending cell: 0 under Dale's principle. Of split layers, what crosses the
   * interneurons counts as theirs.
   */
  public double violations() {
    long wrong = 0;
    long all = 0;
    for (int l = 1; l <= layers.depth(); l++) {
      int units = layers.units(l);
      if (splits.get(l).isPresent()) {
        all += (long) layers.senders(l) * units;
        continue;
      }
      float[] w = weights.kernels().get(l);
      for (int i = 0; i < layers.senders(l); i++) {
        int negative = 0;
        int positive = 0;
        for (int j = i * units; j < (i + 1) * units; j++) {
          negative += w[j] < 0 ? 1 : 0;
          positive += w[j] > 0 ? 1 : 0;
        }
        wrong += Math.min(negative, positive);
        all += units;
      }
    }
    return (double) wrong / all;
  }
}
