package homeostat.kinds.lyapunov.connectome;

import homeostat.connectome.measure.SpectralRadius;
import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.lab.UserError;
import homeostat.rate.Balance;
import homeostat.rate.DaleSigns;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Signs, scale and populations of a wiring.
 *
 * @param weights signs and magnitudes
 * @param types who shares a gain and a shift, [neuron]
 * @param origin where the wiring comes from, and what was dropped on the way
 */
public record ConnectomeNetwork(SignedWeights weights, int[] types, String origin) {

  /**
   * Makes it.
   *
   * @param g the radius that strengths are brought to
   * @param n neurons of a generated wiring
   */
  public static ConnectomeNetwork of(ConnectomeSection section, double g, int n, long seed) {
    LabelledWiring wiring = wiring(section, n, seed);
    DaleSigns dale =
        switch (section.dale()) {
          case SENDER -> DaleSigns.SENDER;
          case RECEIVER -> DaleSigns.RECEIVER;
          case NONE -> DaleSigns.NONE;
        };
    byte[] signs = dale == DaleSigns.NONE ? excitatory(wiring) : signs(wiring, section);
    SignedWeights signed = dale.sign(strengths(wiring, signs, section.strength()), signs);
    String told = wiring.told();
    SignedWeights scaled =
        switch (section.balance()) {
          case PUBLISHED -> Balance.published(signed);
          case ROW -> toBulk(Balance.rows(signed), g);
          case SINKHORN -> {
            Balance.Balanced balanced = Balance.sinkhorn(signed);
            told += balanced(balanced);
            yield toBulk(balanced.weights(), g);
          }
          case SPECTRAL -> signed.scaled(g / positive(radius(signed), "spectral radius"));
          case NONE -> signed.scaled(g);
        };
    return new ConnectomeNetwork(scaled, types(wiring, section), told);
  }

  private static SignedWeights toBulk(SignedWeights weights, double g) {
    return weights.scaled(g / positive(weights.bulkRadius(), "bulk radius"));
  }

  private static String balanced(Balance.Balanced balanced) {
    return String.format(
        Locale.ROOT,
        ", rows and columns balanced to %.1e in %d rounds%s",
        balanced.off(),
        balanced.rounds(),
        balanced.off() > 1e-6 ? " (the wiring allows no more)" : "");
  }

  private static byte[] excitatory(LabelledWiring wiring) {
    byte[] signs = new byte[wiring.neurons()];
    java.util.Arrays.fill(signs, (byte) 1);
    return signs;
  }

  /** The wiring that a section names. */
  public static LabelledWiring wiring(ConnectomeSection section, int n, long seed) {
    return switch (section.source()) {
      case GENERATED -> FlyLike.generate(n, Stream.of(seed, "fly-like"));
      case EDGES -> EdgeTables.read(section.edges(), section.edges().connections().orElseThrow());
      default ->
          RegionFolder.read(
              section.folder().orElseThrow(), section.rows() == ConnectomeSection.Rows.SENDERS);
    };
  }

  private static double positive(double radius, String what) {
    if (!(radius > 1e-12)) {
      throw new UserError(
          "network.connectome: the "
              + what
              + " of the wiring is 0, so it cannot be scaled; are there cycles in it?");
    }
    return radius;
  }

  /** The strengths without the synapses of senders of sign 0. */
  private static double[] strengths(
      LabelledWiring wiring, byte[] signs, ConnectomeSection.Strength strength) {
    double[] out = wiring.counts().clone();
    for (int e = 0; e < out.length; e++) {
      out[e] = signs[e % signs.length] == 0 ? 0 : out[e];
      if (strength == ConnectomeSection.Strength.LOG1P) {
        out[e] = StrictMath.log1p(out[e]);
      }
    }
    return out;
  }

  private static byte[] signs(LabelledWiring wiring, ConnectomeSection section) {
    byte[] signs = new byte[wiring.neurons()];
    boolean file = section.species() == ConnectomeSection.Species.FILE;
    if (file && wiring.excitatory().length == 0) {
      throw new UserError(
          "network.connectome.species = \"file\" needs signs: ei_neuron_types.npy in the folder, or"
              + " a column 'sign' in the table of neurons");
    }
    boolean labels = !file && !wiring.transmitters().isEmpty();
    if (!labels && wiring.excitatory().length == 0) {
      throw new UserError(
          "network.connectome: neither transmitters nor signs of the neurons are known");
    }
    boolean glutamateInhibits = section.species() == ConnectomeSection.Species.FLY;
    for (int i = 0; i < signs.length; i++) {
      signs[i] =
          labels
              ? sign(wiring, i, glutamateInhibits, section.others())
              : (byte) (wiring.excitatory()[i] == 0 ? -1 : 1);
    }
    return signs;
  }

  private static byte sign(
      LabelledWiring wiring, int i, boolean glutamateInhibits, ConnectomeSection.Others others) {
    String label = wiring.transmitters().get(i);
    OptionalInt known = Transmitters.sign(label, glutamateInhibits);
    if (known.isEmpty() && others == ConnectomeSection.Others.REFUSE) {
      throw new UserError(
          "neuron "
              + wiring.ids().get(i)
              + " has the transmitter '"
              + label
              + "', which has no sign; set network.connectome.others to \"excite\" or \"drop\"");
    }
    return (byte) known.orElse(others == ConnectomeSection.Others.DROP ? 0 : 1);
  }

  static int[] types(LabelledWiring wiring, ConnectomeSection section) {
    List<String> labels =
        switch (section.population()) {
          case NONE -> List.of();
          case CELL_FIBERS -> wiring.fibres();
          case NEUROTRANSMITTER -> wiring.transmitters();
        };
    if (section.population() == ConnectomeSection.Population.NONE) {
      return Units.ownTypes(wiring.neurons());
    }
    if (labels.isEmpty()) {
      throw new UserError("network.connectome.population: there are no such labels of the neurons");
    }
    return LabelledWiring.numbered(labels);
  }

  /** The largest modulus of an eigenvalue. */
  public static double radius(SignedWeights weights) {
    int n = weights.size();
    float[] values = new float[n * n];
    boolean[] there = new boolean[n * n];
    double[] coupling = weights.coupling();
    for (int e = 0; e < values.length; e++) {
      values[e] = (float) coupling[e];
      there[e] = weights.signs()[e] != 0;
    }
    return SpectralRadius.of(Csr.dense(n, n, values, there)).value();
  }

  /** One line: neurons, synapses, inhibition, bulk radius and spectral radius. */
  public String told() {
    double bulk = weights.bulkRadius();
    double radius = radius(weights);
    int inhibitory = 0;
    for (byte sign : weights.signs()) {
      inhibitory += sign < 0 ? 1 : 0;
    }
    return String.format(
        Locale.ROOT,
        "connectome (%s): %d neurons, %d synapses, %.0f %% inhibitory, %d populations, bulk radius"
            + " %.3f, spectral radius %.3f%s",
        origin,
        weights.size(),
        weights.synapses(),
        100.0 * inhibitory / weights.synapses(),
        java.util.Arrays.stream(types).max().orElse(-1) + 1,
        bulk,
        radius,
        radius > 1.1 * bulk ? ": there are eigenvalues outside the bulk" : "");
  }
}
