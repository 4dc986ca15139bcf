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

/**
 * Signs, scale and populations of a wiring.
 *
 * @param weights signs and magnitudes
 * @param types who shares a gain and a shift, [neuron]
 */
public record ConnectomeNetwork(SignedWeights weights, int[] types) {

  /**
   * Makes it.
   *
   * @param g the radius that strengths are brought to
   * @param n neurons of a generated wiring
   */
  public static ConnectomeNetwork of(ConnectomeSection section, double g, int n, long seed) {
    LabelledWiring wiring =
        section.source() == ConnectomeSection.Source.GENERATED
            ? FlyLike.generate(n, Stream.of(seed, "fly-like"))
            : RegionFolder.read(
                section.folder().orElseThrow(), section.rows() == ConnectomeSection.Rows.SENDERS);
    DaleSigns dale =
        section.dale() == ConnectomeSection.Dale.SENDER ? DaleSigns.SENDER : DaleSigns.RECEIVER;
    SignedWeights signed = dale.sign(wiring.counts(), signs(wiring, section));
    SignedWeights scaled =
        switch (section.balance()) {
          case PUBLISHED -> Balance.published(signed);
          case ROW -> {
            SignedWeights rows = Balance.rows(signed, 1);
            yield rows.scaled(g / rows.bulkRadius());
          }
          case SPECTRAL -> signed.scaled(g / radius(signed));
        };
    return new ConnectomeNetwork(scaled, types(wiring, section));
  }

  private static byte[] signs(LabelledWiring wiring, ConnectomeSection section) {
    byte[] signs = new byte[wiring.neurons()];
    boolean file = section.species() == ConnectomeSection.Species.FILE;
    if (file && wiring.excitatory().length == 0) {
      throw new UserError(
          "network.connectome.species = \"file\" needs ei_neuron_types.npy in the folder");
    }
    boolean labels = !file && !wiring.transmitters().isEmpty();
    if (!labels && wiring.excitatory().length == 0) {
      throw new UserError(
          "network.connectome: neither transmitters nor ei_neuron_types.npy are in the folder");
    }
    boolean glutamateInhibits = section.species() == ConnectomeSection.Species.FLY;
    for (int i = 0; i < signs.length; i++) {
      if (labels) {
        String label = wiring.transmitters().get(i).toLowerCase(Locale.ROOT);
        boolean inhibits = label.equals("gaba") || (label.equals("glutamate") && glutamateInhibits);
        signs[i] = (byte) (inhibits ? -1 : 1);
      } else {
        signs[i] = (byte) (wiring.excitatory()[i] == 0 ? -1 : 1);
      }
    }
    return signs;
  }

  private static int[] types(LabelledWiring wiring, ConnectomeSection section) {
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
      throw new UserError(
          "network.connectome.population: the folder has no such labels (CSV or JSON)");
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
        "connectome: %d neurons, %d synapses, %.0f %% inhibitory, bulk radius %.3f, spectral radius"
            + " %.3f%s",
        weights.size(),
        weights.synapses(),
        100.0 * inhibitory / weights.synapses(),
        bulk,
        radius,
        radius > 1.1 * bulk ? ": there are eigenvalues outside the bulk" : "");
  }
}
