package homeostat.kinds.lyapunov.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Balanced;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Dale;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Others;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Population;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Rows;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Source;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Species;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Strength;
import homeostat.kinds.lyapunov.config.EdgesSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.rate.Balance;
import homeostat.rate.RandomCoupling;
import homeostat.rate.SignedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectomeNetworkTest {
  private static final EdgesSection NO_EDGES =
      new EdgesSection(
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false, true);

  @TempDir Path dir;

  /** Neuron 0 excites 1 and 2, neuron 1 (gaba) 0 and 2, neuron 2 (glutamate) 0. */
  private void folder() throws IOException {
    double[] counts = {0, 2, 4, 3, 0, 1, 5, 0, 0};
    Npy.write(dir.resolve("adjacency_scc.npy"), new NdArray.F8(counts, 3, 3));
    Npy.write(dir.resolve("ei_neuron_types.npy"), new NdArray.I8(new long[] {1, 0, 0}, 3));
    Npy.write(dir.resolve("nid_scc.npy"), new NdArray.I8(new long[] {70, 50, 60}, 3));
    Files.writeString(
        dir.resolve("neurotransmitter_assignments.csv"),
        "id,label\n50,gaba\n60,glutamate\n70,acetylcholine\n");
    Files.writeString(
        dir.resolve("cell_body_fiber_assignments.json"),
        "{\"50\": \"PDM25\", \"60\": \"ADL09\", \"70\": \"PDM25\"}");
  }

  private ConnectomeNetwork network(
      Species species, Dale dale, Balanced balance, Population population) {
    return ConnectomeNetwork.of(section(species, dale, balance, population), 2, 0, 1);
  }

  private ConnectomeSection section(
      Species species, Dale dale, Balanced balance, Population population) {
    return new ConnectomeSection(
        Source.FOLDER,
        Optional.of(dir),
        NO_EDGES,
        Rows.SENDERS,
        species,
        dale,
        Others.EXCITE,
        balance,
        Strength.COUNT,
        population);
  }

  @Test
  void signsAreTheSendersByTransmitterAndSpecies() throws IOException {
    folder();
    byte[] fly =
        network(Species.FLY, Dale.SENDER, Balanced.SPECTRAL, Population.NONE).weights().signs();
    assertArrayEquals(new byte[] {0, -1, -1, 1, 0, 0, 1, -1, 0}, fly);
    byte[] vertebrate =
        network(Species.VERTEBRATE, Dale.SENDER, Balanced.SPECTRAL, Population.NONE)
            .weights()
            .signs();
    assertArrayEquals(new byte[] {0, -1, 1, 1, 0, 0, 1, -1, 0}, vertebrate);
    byte[] receiver =
        network(Species.FILE, Dale.RECEIVER, Balanced.PUBLISHED, Population.NONE).weights().signs();
    assertArrayEquals(new byte[] {0, 1, 1, -1, 0, 0, -1, -1, 0}, receiver);
  }

  @Test
  void scalesAreWhatTheySay() throws IOException {
    folder();
    SignedWeights spectral =
        network(Species.FLY, Dale.SENDER, Balanced.SPECTRAL, Population.NONE).weights();
    assertEquals(2, ConnectomeNetwork.radius(spectral), 1e-5);
    SignedWeights rows = network(Species.FLY, Dale.SENDER, Balanced.ROW, Population.NONE).weights();
    assertEquals(2, rows.bulkRadius(), 1e-12);
    double[] j = rows.coupling();
    assertEquals(0, j[6] + j[7], 1e-12, "neuron 2 gets as much excitation as inhibition");
  }

  @Test
  void theNetworkOfAStudyIsTheConnectome() throws IOException {
    folder();
    ConnectomeNetwork made =
        network(Species.FLY, Dale.SENDER, Balanced.ROW, Population.CELL_FIBERS);
    NetworkSection section =
        new NetworkSection(
            200,
            NetworkSection.Coupling.GAUSSIAN,
            2,
            0.1,
            0.8,
            "tanh_positive",
            0.1,
            0,
            0,
            0,
            Optional.empty(),
            section(Species.FLY, Dale.SENDER, Balanced.ROW, Population.CELL_FIBERS));
    DrawnNetwork drawn = DrawnNetwork.of(section, 1, 0, 4);
    assertArrayEquals(made.weights().coupling(), drawn.network().coupling());
    assertArrayEquals(new int[] {0, 0, 1}, drawn.network().units().types());
    assertEquals(2, drawn.network().units().gains().length, "one a population");
  }

  @Test
  void populationsAreNumberedInTheirOrder() throws IOException {
    folder();
    assertArrayEquals(
        new int[] {0, 0, 1},
        network(Species.FLY, Dale.SENDER, Balanced.ROW, Population.CELL_FIBERS).types());
    assertArrayEquals(
        new int[] {0, 1, 2},
        network(Species.FLY, Dale.SENDER, Balanced.ROW, Population.NEUROTRANSMITTER).types());
  }

  @Test
  void aPickleIsToldHowToConvert() throws IOException {
    folder();
    Files.delete(dir.resolve("neurotransmitter_assignments.csv"));
    Files.write(dir.resolve("neurotransmitter_assignments.pkl"), new byte[3]);
    String said =
        assertThrows(FormatException.class, () -> RegionFolder.read(dir, true)).toString();
    assertTrue(said.contains("python -c"), said);
    Npy.write(dir.resolve("adjacency_scc.npy"), new NdArray.F8(new double[6], 2, 3));
    said = assertThrows(FormatException.class, () -> RegionFolder.read(dir, true)).toString();
    assertTrue(said.contains("square"), said);
  }

  @Test
  void everyNormalisationDoesWhatItSays() throws IOException {
    folder();
    SignedWeights raw = network(Species.FLY, Dale.SENDER, Balanced.NONE, Population.NONE).weights();
    // [receiver][sender], times g = 2: the transposed counts.
    assertArrayEquals(new double[] {0, 6, 10, 4, 0, 0, 8, 2, 0}, raw.magnitudes());
    SignedWeights even =
        network(Species.FLY, Dale.SENDER, Balanced.SINKHORN, Population.NONE).weights();
    assertEquals(2, even.bulkRadius(), 1e-12);
    // All receivers of excitation get the same, and all receivers of inhibition.
    double[] w = even.magnitudes();
    assertEquals(w[3], w[6], 1e-6 * w[3]);
    ConnectomeSection none = section(Species.FLY, Dale.NONE, Balanced.NONE, Population.NONE);
    for (byte sign : ConnectomeNetwork.of(none, 1, 0, 1).weights().signs()) {
      assertTrue(sign >= 0);
    }
  }

  @Test
  void balancedRowsAndColumnsHaveTheirSums() {
    int n = 12;
    double[] coupling = new RandomCoupling.ExcitatoryInhibitory(1, 0.75).draw(n, Stream.of(1, "w"));
    Balance.Balanced balanced = Balance.sinkhorn(SignedWeights.of(n, coupling));
    assertTrue(balanced.off() < 1e-6, "off by " + balanced.off());
    double[] out = balanced.weights().coupling();
    for (int i = 0; i < n; i++) {
      double excitation = 0;
      double inhibition = 0;
      double sent = 0;
      for (int j = 0; j < n; j++) {
        excitation += Math.max(0, out[i * n + j]);
        inhibition -= Math.min(0, out[i * n + j]);
        sent += Math.abs(out[j * n + i]);
      }
      assertEquals(0.5, excitation, 1e-6);
      assertEquals(0.5, inhibition, 1e-6);
      assertEquals(i < 9 ? 0.5 * n / 9 : 0.5 * n / 3, sent, 1e-5);
    }
  }

  @Test
  void aGeneratedOneKeepsDalesPrinciple() {
    ConnectomeSection section =
        new ConnectomeSection(
            Source.GENERATED,
            Optional.empty(),
            NO_EDGES,
            Rows.SENDERS,
            Species.FLY,
            Dale.SENDER,
            Others.EXCITE,
            Balanced.ROW,
            Strength.COUNT,
            Population.NONE);
    ConnectomeNetwork made = ConnectomeNetwork.of(section, 1.5, 120, 3);
    int n = 120;
    for (int j = 0; j < n; j++) {
      int sum = 0;
      int count = 0;
      for (int i = 0; i < n; i++) {
        sum += made.weights().signs()[i * n + j];
        count += Math.abs(made.weights().signs()[i * n + j]);
      }
      assertEquals(count, Math.abs(sum), "sender " + j);
    }
    assertTrue(made.told().contains("bulk radius 1.500"), made.told());
    for (long seed = 1; seed < 6; seed++) {
      LabelledWiring small = FlyLike.generate(50, Stream.of(seed, "small"));
      assertEquals(30, small.transmitters().stream().filter("acetylcholine"::equals).count());
      assertEquals(10, small.transmitters().stream().filter("gaba"::equals).count());
    }
  }
}
