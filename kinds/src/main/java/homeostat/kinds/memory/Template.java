package homeostat.kinds.memory;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.connectome.graph.Graph;
import homeostat.connectome.mapping.Bio2Art;
import homeostat.connectome.mapping.NeuronCounts;
import homeostat.connectome.mapping.Partition;
import homeostat.connectome.nulls.NullModel;
import homeostat.connectome.nulls.WattsStrogatz;
import homeostat.connectome.region.RegionConnectome;
import homeostat.connectome.region.RegionFiles;
import homeostat.connectome.region.RegionGenerator;
import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.config.WiringSection;
import homeostat.lab.UserError;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.wiring.WiringSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What recurrent weights are wired like.
 *
 * @param units number H
 * @param weights [receiver][sender], row-major; a connection is a value other than 0
 * @param regions number of regions; 0 without
 * @param regionOf [unit] region; empty without
 * @param provenance where it comes from
 */
record Template(int units, double[] weights, int regions, int[] regionOf, Provenance provenance) {
  static final String ALL_TO_ALL = "all-to-all";
  private static final int FEWEST_SPARSE = 200;
  private static final double SPARSE_DENSITY = 0.2;

  /** The template of a config, for the seed of a run. */
  static Template of(WiringSection wiring, int units, long seed) {
    if (wiring.connectome().equals(ALL_TO_ALL)) {
      double[] all = new double[Math.multiplyExact(units, units)];
      Arrays.fill(all, 1);
      return new Template(
          units, all, 0, new int[0], Provenance.none().note("every unit contacts every", units));
    }
    long mapping = wiring.mappingSeed().orElse(seed);
    try {
      return mapped(wiring, mapping, seed);
    } catch (IllegalArgumentException e) {
      throw new UserError("wiring: " + e.getMessage());
    }
  }

  private static Template mapped(WiringSection wiring, long mapping, long seed) {
    RegionConnectome regions = regions(wiring, mapping);
    Optional<NullModel> model = nullModel(wiring);
    boolean byRegion = wiring.nullLevel() == WiringSection.Level.REGIONS;
    Stream shuffle = Stream.of(seed, "memory.null");
    if (model.isPresent() && byRegion) {
      Connectome drawn = model.get().draw(regions.connectome(), shuffle);
      regions = regions.withWeights(Graph.of(drawn.weights()).weights(), drawn.provenance());
    }
    Connectome neurons =
        bio2art(wiring)
            .map(
                regions.weights(),
                counts(wiring, regions).of(regions.regions()),
                Stream.of(mapping, "memory.mapping"))
            .connectome(regions.regions(), regions.provenance());
    if (model.isPresent() && !byRegion) {
      neurons = model.get().draw(neurons, shuffle);
    }
    boolean turn = wiring.templateOrientation() == WiringSection.Direction.SOURCE_TO_TARGET;
    Csr template = turn ? neurons.weights().transpose() : neurons.weights();
    return new Template(
        neurons.size(),
        Graph.of(template).weights(),
        regions.size(),
        neurons.types().index(),
        neurons.provenance());
  }

  private static Optional<NullModel> nullModel(WiringSection wiring) {
    return switch (wiring.nullModel()) {
      case "none" -> Optional.empty();
      case WattsStrogatz.NAME -> Optional.of(new WattsStrogatz(wiring.nullProbability()));
      default -> Optional.of(NullModel.named(wiring.nullModel()));
    };
  }

  /** The connectome of a config: generated, or from files. */
  static RegionConnectome regions(WiringSection wiring, long seed) {
    Optional<RegionGenerator> generator = RegionGenerator.named(wiring.connectome());
    if (generator.isPresent()) {
      return generator.get().draw(Stream.of(seed, "memory.regions"));
    }
    Orientation orientation =
        wiring.orientation() == WiringSection.Rows.ROWS_ARE_SENDERS
            ? Orientation.ROWS_ARE_SENDERS
            : Orientation.COLUMNS_ARE_SENDERS;
    try {
      RegionConnectome read = RegionFiles.read(folder(wiring), wiring.connectome(), orientation);
      boolean drops =
          wiring.counts().isEmpty()
              && wiring.density() != WiringSection.Density.NONE
              && wiring.nanPolicy() == WiringSection.Missing.DROP;
      return drops && read.densities().isPresent() ? read.withKnownDensities() : read;
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** Whether this is a published connectome that was fetched. */
  static boolean fetched(WiringSection wiring) {
    return Files.isDirectory(ofFetched(wiring));
  }

  private static Path ofFetched(WiringSection wiring) {
    return WiringSet.folder(wiring.connectome(), DataPlaces.ofUser(Optional.empty()));
  }

  /** Without a folder, that of a fetched connectome, where there is one. */
  private static Path folder(WiringSection wiring) {
    return wiring.folder().isEmpty() && fetched(wiring)
        ? ofFetched(wiring)
        : Path.of(wiring.folder());
  }

  /** The files of the connectome: matrix, names and densities, where there are such. */
  static List<Path> files(WiringSection wiring) {
    return RegionFiles.of(folder(wiring), wiring.connectome());
  }

  private static NeuronCounts counts(WiringSection wiring, RegionConnectome regions) {
    if (wiring.counts().isPresent()) {
      int[] listed = wiring.counts().get().stream().mapToInt(Integer::intValue).toArray();
      return new NeuronCounts.Listed(listed);
    }
    if (wiring.density() == WiringSection.Density.NONE) {
      return new NeuronCounts.Equal(wiring.neurons());
    }
    double[] densities =
        regions
            .densities()
            .orElseThrow(() ->
                new UserError(
                    "wiring.density: there is no file ND_"
                        + wiring.connectome()
                        + ".npy with neuron densities; set wiring.neurons instead"));
    return new NeuronCounts.Density(
        densities,
        NeuronCounts.Scaling.valueOf(wiring.density().name()),
        wiring.densityNumber(),
        NeuronCounts.Missing.valueOf(wiring.nanPolicy().name()));
  }

  private static Bio2Art bio2art(WiringSection wiring) {
    return new Bio2Art(
        wiring.targetSparsity(),
        wiring.intrinsicConn(),
        wiring.targetSparsityIntrinsic(),
        wiring.intrinsicWei(),
        Partition.valueOf(wiring.partition().name()),
        wiring.keepDiag(),
        Bio2Art.Input.valueOf(wiring.intrinsicOf().name()));
  }

  /**
   * [sender][receiver] the connections, where products that skip the others are the faster ones: up
   * to a fifth of all pairs, of at least 200 units.
   */
  Optional<Csr> sparse() {
    if (units < FEWEST_SPARSE || connections() > SPARSE_DENSITY * units * units) {
      return Optional.empty();
    }
    float[] present = new float[weights.length];
    for (int k = 0; k < present.length; k++) {
      present[k] = weights[k] == 0 ? 0 : 1;
    }
    return Optional.of(Csr.nonZero(units, present).transpose());
  }

  /** Number of connections. */
  int connections() {
    return (int) Arrays.stream(weights).filter(w -> w != 0).count();
  }
}
