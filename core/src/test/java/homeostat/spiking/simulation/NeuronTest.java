package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Physiology;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuronTest {
  private static final CellParameters CELL = new CellParameters("cell", 85, -38, -60, -60, 1.35, 8);

  private static Csr csr(int rows, int cols, float... weights) {
    return RandomNetwork.csr(weights, rows, cols);
  }

  /**
   * A weight of 0.15 at every step holds the conductance at g = 0.15 G alpha / (1 - alpha) (the
   * rise component forgets at once), and v relaxes towards v_inf by the factor f = beta - g dt / C.
   */
  @Test
  void aConstantConductanceGivesTheKnownInterval() {
    SynapseParameters synapse = new SynapseParameters("AMPA", 0, 0.005, 5, 0, 2);
    Physiology physiology =
        new Physiology(List.of(CELL), List.of(), List.of("on"), List.of(synapse));
    SpikingNetwork network =
        new SpikingNetwork(
            csr(1, 1, 0), csr(1, 1, 0.15f), new int[1], new int[1], physiology, 1.0, 1.0);
    int steps = 400;
    byte[] on = new byte[steps];
    java.util.Arrays.fill(on, (byte) 1);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(network, 1, steps, Recording.VOLTAGES, one);
      simulator.forward(
          NetworkState.atReset(network, 1),
          ScalingFactors.ones(physiology),
          ChunkInput.dense(on, 1, steps, 1));
      double alpha = Math.exp(-1 / 5.0);
      double pull =
          0.15 * network.constants().scale()[1][0] * alpha / (1 - alpha) / CELL.capacitance();
      double leak = 1 - Math.exp(-1 / 85.0);
      double end = -60 * leak / (pull + leak);
      double updates = Math.log((-38 - end) / (-60 - end)) / Math.log(1 - leak - pull);
      int interval = (int) Math.floor(updates) + 2;
      SpikeTrains trains = simulator.record(ScalingFactors.ones(physiology)).spikes();
      assertTrue(trains.count(0) > 5);
      double[] intervals = new SpikeStatistics(trains, new int[1], 1, 1.0).intervalsOfType(0);
      assertEquals(interval, intervals[intervals.length - 1]);
      assertEquals(interval, intervals[intervals.length - 2]);
    }
  }

  @Test
  void aSpikeActsOnPotentialsTwoStepsLater() {
    SynapseParameters synapse = new SynapseParameters("AMPA", 0, 0.1, 5, 0, 4);
    Physiology physiology = new Physiology(List.of(CELL), List.of(synapse), List.of(), List.of());
    SpikingNetwork network =
        new SpikingNetwork(
            csr(2, 2, 0, 1, 0, 0), csr(0, 2), new int[2], new int[0], physiology, 1.0, 1.0);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(network, 1, 3, Recording.VOLTAGES, one);
      NetworkState state = NetworkState.atReset(network, 1);
      state.v()[0][0] = -30;
      simulator.forward(state, ScalingFactors.ones(physiology), ChunkInput.silent(1, 3, 0));
      ChunkRecord record = simulator.record(ScalingFactors.ones(physiology));
      assertEquals(-60, record.voltage(0, 0, 0), "reset");
      assertEquals(-60, record.voltage(0, 0, 1), "the spike moves conductances only");
      assertEquals(-60, record.voltage(0, 1, 1), "rise and decay start from equal amounts");
      assertTrue(record.voltage(0, 2, 1) > -59.5, "then the potential moves");
      SynapticCurrents currents = SynapticCurrents.of(network, state);
      assertTrue(currents.synaptic()[1] < 0, "excitation flows inward");
      assertTrue(currents.leak()[1] > 0, "the leak flows outward above E_L");
    }
  }

  @Test
  void impossiblePhysiologyIsNamed() {
    assertThrows(
        IllegalArgumentException.class, () -> new CellParameters("a", 0, -38, -60, -60, 1, 8));
    assertThrows(
        IllegalArgumentException.class, () -> new CellParameters("a", 10, -60, -38, -60, 1, 8));
    assertThrows(
        IllegalArgumentException.class, () -> new CellParameters("a", 10, -38, -60, -60, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> new SynapseParameters("s", 0, 5, 5, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SynapseParameters("s", 0, -5, 5, 0, 1));
    SynapseParameters foreign = new SynapseParameters("s", 1, 1, 5, 0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Physiology(List.of(CELL), List.of(foreign), List.of(), List.of()));
    Physiology bare = new Physiology(List.of(CELL), List.of(), List.of(), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SpikingNetwork(
                csr(2, 2, 0, -1, 0, 0), csr(0, 2), new int[2], new int[0], bare, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SpikingNetwork(
                csr(2, 2, 0, 1, 0, 0), csr(0, 2), new int[] {0, 1}, new int[0], bare, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ScalingFactors(1, 0, new double[] {0}, new double[0]));
  }

  @Test
  void statisticsOfARegularTrainAreKnown() {
    byte[] spikes = new byte[2 * 100 * 2];
    for (int b = 0; b < 2; b++) {
      for (int t = 0; t < 100; t += 10) {
        spikes[(b * 100 + t) * 2] = 1;
      }
    }
    SpikeTrains trains = SpikeTrains.dense(spikes, 2, 100, 2);
    assertArrayEquals(spikes, trains.toDense());
    SpikeStatistics statistics = new SpikeStatistics(trains, new int[2], 1, 1.0);
    SpikeStatistics.Rates rates = statistics.ratesByType()[0];
    assertEquals(50, rates.mean(), 1e-12);
    assertEquals(100, rates.meanActive(), 1e-12);
    assertEquals(0, rates.stdActive(), 1e-12);
    assertEquals(1, rates.silent());
    assertEquals(0, statistics.variationByType()[0].mean(), 1e-12);
    assertEquals(0, statistics.fanoByType(10)[0], 1e-12);
    assertTrue(Double.isNaN(statistics.fano(100)[0]));
    assertEquals(50, statistics.psth(0, 10)[50], 1e-12);
    float[] v = new float[spikes.length];
    java.util.Arrays.fill(v, -55);
    assertEquals(-55, statistics.potentialsByType(v)[0].means().mean(), 1e-12);
  }
}
