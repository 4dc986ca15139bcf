package homeostat.connectome;

import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import java.util.List;
import java.util.Optional;

/**
 * A synthetic network to be: N neurons, in assemblies or not, wired among each other and driven by
 * M inputs. The same plan and seed give the same network, bit for bit.
 *
 * @param neurons number N of neurons
 * @param assemblies number of assemblies; 0 for none
 * @param types the cell types of the neurons
 * @param recurrent how neurons are connected; no neuron connects to itself
 * @param inputs number M of inputs
 * @param inputTypes the cell types of the inputs
 * @param feedforward how inputs are connected to neurons
 */
public record NetworkPlan(
    int neurons,
    int assemblies,
    CellTypePlan types,
    Wiring recurrent,
    int inputs,
    CellTypePlan inputTypes,
    Wiring feedforward) {
  private static final double BROAD = 2;

  /** The network of a seed. */
  public NetworkStructure generate(long seed) {
    Stream typeStream = Stream.of(seed, "connectome/cell-types");
    Population cells =
        assemblies == 0
            ? types.assign(neurons, typeStream)
            : types.assign(neurons, assemblies, typeStream);
    Population sources =
        inputTypes.assign(inputs, Stream.of(seed, "connectome/feedforward-cell-types"));
    Csr weights = recurrent.recurrent(cells, false, Stream.of(seed, "connectome/recurrent"));
    Csr inputWeights =
        feedforward.feedforward(sources, cells, Stream.of(seed, "connectome/feedforward"));
    Connectome connectome =
        new Connectome(
            new Nodes.Numbered(cells.size()),
            cells.types(),
            weights,
            cells.assemblies(),
            Optional.empty(),
            Optional.empty(),
            recorded(cells, recurrent, "recurrent", seed, weights));
    return new NetworkStructure(
        connectome,
        inputWeights,
        sources.types(),
        recorded(sources, feedforward, "feedforward", seed, inputWeights));
  }

  /** Decisions, with a warning for distributions so broad that their spread may be a mistake. */
  private static Provenance recorded(
      Population population, Wiring wiring, String part, long seed, Csr weights) {
    long broad =
        wiring.weights().blocks().stream()
            .flatMap(List::stream)
            .filter(d ->
                d instanceof WeightDistribution.LogNormal l && l.coefficientOfVariation() > BROAD)
            .count();
    Provenance provenance =
        population
            .provenance()
            .note(part + " connections generated, seed " + seed, weights.entries());
    return broad == 0
        ? provenance
        : provenance.warn(
            part
                + " blocks whose log-normal weights have a standard deviation above "
                + BROAD
                + " times their mean: is w_sigma meant as a variance?",
            broad);
  }
}
