package homeostat.spiking.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.simulation.RandomNetwork;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
  private static final int BATCH = 3;
  private static final int STEPS = 12;
  private static final int NEURONS = 5;
  private static final int[] TYPES = {0, 1, 0, 2, 1};
  private static final ScalingFactors FACTORS = ScalingFactors.ones(RandomNetwork.PHYSIOLOGY);

  private final Parallel one = new Parallel(1);
  private final byte[] spikes = RandomNetwork.spikes(3, BATCH * STEPS * NEURONS);
  private final float[] voltages = RandomNetwork.gradient(4, spikes.length);

  private ChunkRecord record(byte[] of, float[] v) {
    SpikeTrains trains = SpikeTrains.dense(of, BATCH, STEPS, NEURONS);
    return ChunkRecord.of(trains, v, 1.0, FACTORS);
  }

  private Evaluation evaluate(Objective objective, ChunkRecord record) {
    return objective.evaluate(record, objective.start(BATCH, NEURONS), one);
  }

  /** A loss that is quadratic in a spike: L(1) - L(0) is the mean of its slopes at 0 and 1. */
  private void checkQuadratic(Objective objective, byte[] target) {
    SpikeTrains wanted = SpikeTrains.dense(target, BATCH, STEPS, NEURONS);
    for (int i = 0; i < spikes.length; i += 7) {
      double[] loss = new double[2];
      double[] slope = new double[2];
      for (byte s = 0; s < 2; s++) {
        byte[] changed = spikes.clone();
        changed[i] = s;
        Evaluation evaluation = evaluate(objective, record(changed, voltages).withTarget(wanted));
        loss[s] = evaluation.value();
        int b = i / (STEPS * NEURONS);
        slope[s] =
            switch (evaluation.gradients().getFirst()) {
              case Sensitivity.SpikeCount count -> count.gradient()[b * NEURONS + i % NEURONS];
              case Sensitivity.Spikes dense -> dense.gradient()[i];
              default -> Double.NaN;
            };
      }
      double scale = Math.abs(slope[0]) + Math.abs(slope[1]);
      assertEquals(loss[1] - loss[0], (slope[0] + slope[1]) / 2, 1e-5 * scale + 1e-9);
    }
  }

  @ParameterizedTest
  @EnumSource(FiringRate.Level.class)
  void gradientOfFiringRateIsItsSlope(FiringRate.Level level) {
    double[] target = {10, 50, 10, 20, 50};
    checkQuadratic(new FiringRate(target, 1, 1.0, level, TYPES), new byte[spikes.length]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientOfVanRossumIsItsSlope(boolean exactCarry) {
    byte[] target = RandomNetwork.spikes(9, spikes.length);
    checkQuadratic(new VanRossum(3, 8, 1, exactCarry), target);
  }

  @Test
  void typeLevelIsLeastAtTheTypesMeanRate() {
    byte[] uneven = new byte[spikes.length];
    for (int t = 0; t < 6; t++) {
      for (int b = 0; b < BATCH; b++) {
        uneven[(b * STEPS + t) * NEURONS] = 1;
      }
    }
    double mean = 0.5 * 6 / (STEPS / 1000.0);
    double[] target = {mean, 0, mean, 0, 0};
    Objective type = new FiringRate(target, 1, 1.0, FiringRate.Level.TYPE, TYPES);
    Objective neuron = new FiringRate(target, 1, 1.0, FiringRate.Level.NEURON, TYPES);
    assertEquals(0, evaluate(type, record(uneven, voltages)).value(), 1e-9);
    assertTrue(evaluate(neuron, record(uneven, voltages)).value() > 1);
  }

  @Test
  void exactCarryMakesChunksOneRun() {
    VanRossum filter = new VanRossum(3, 8, 1, true);
    double[] whole = {1, 0, 0, 1, 0, 1, 0, 0};
    double[] first = {1, 0, 0, 1};
    double[] second = {0, 1, 0, 0};
    double p = filter.smooth(first, 0, 0);
    filter.smooth(second, p, first[3]);
    filter.smooth(whole, 0, 0);
    assertEquals(whole[3], first[3], 1e-15);
    assertEquals(whole[7], second[3], 1e-15);
  }

  @Test
  void gradientOfMembraneVarianceIsItsSlope() {
    double[] threshold = {2, 3, 2, -5, 3};
    double[] target = {0.2, 0.3, 0.4, 0.5, 0.6};
    MembraneVariance objective = new MembraneVariance(threshold, target, false);
    Evaluation evaluation = evaluate(objective, record(spikes, voltages));
    assertEquals(
        0.2,
        evaluation.remarks().getOrDefault("membrane_variance/bounded_fraction", Double.NaN),
        1e-12,
        "neuron 3");
    Sensitivity.VoltageLine line = (Sensitivity.VoltageLine) evaluation.gradients().getFirst();
    for (int i = 0; i < voltages.length; i += 3) {
      double[] loss = new double[2];
      double step = 0x1p-7;
      for (int side = 0; side < 2; side++) {
        float[] changed = voltages.clone();
        changed[i] += (float) (side == 0 ? -step : step);
        loss[side] = evaluate(objective, record(spikes, changed)).value();
      }
      int at = i / (STEPS * NEURONS) * NEURONS + i % NEURONS;
      double slope = (loss[1] - loss[0]) / (2 * step);
      assertEquals(
          slope, line.slope()[at] * voltages[i] + line.offset()[at], 1e-3 * Math.abs(slope) + 1e-4);
    }
    Evaluation detached =
        evaluate(new MembraneVariance(threshold, target, true), record(spikes, voltages));
    assertTrue(detached.gradients().isEmpty());
    assertTrue(detached.value() != evaluation.value());
  }

  @Test
  void intervalsWithinTrialsLeaveOutTheFalseOnes() {
    byte[] regular = new byte[spikes.length];
    for (int b = 0; b < BATCH; b++) {
      for (int t : new int[] {0, 2, 4}) {
        regular[(b * STEPS + t) * NEURONS + 1] = 1;
      }
    }
    double[] target = new double[NEURONS];
    ChunkRecord record = record(regular, voltages);
    assertEquals(0, evaluate(new Irregularity(target, true), record).value(), 1e-12);
    assertTrue(evaluate(new Irregularity(target, false), record).value() > 0.1);
    ChunkRecord none = record(new byte[spikes.length], voltages);
    assertEquals(0, evaluate(new Irregularity(target, false), none).value());
  }

  @Test
  void theSixAreFoundAsServicesAndMadeFromSettings() {
    Map<String, Double> numbers = new java.util.HashMap<>();
    for (String type : new String[] {"excitatory", "inhibitory", "single"}) {
      numbers.put("targets.firing_rate." + type, 3.0);
      numbers.put("targets.alpha." + type, 2.0);
      numbers.put("targets.threshold_ratio." + type, 0.3);
    }
    numbers.put("targets.weight_ratio", 2.0);
    numbers.put("hyperparameters.van_rossum_tau_rise", 10.0);
    numbers.put("hyperparameters.van_rossum_tau_decay", 100.0);
    ObjectiveSettings settings =
        new ObjectiveSettings(
            RandomNetwork.PHYSIOLOGY, TYPES, 1.0, numbers, Map.of("firing_rate.level", "type"));
    Set<String> names =
        Set.of(
            "firing_rate",
            "silent_penalty",
            "cv",
            "membrane_variance",
            "weight_ratio",
            "van_rossum");
    Map<String, Objective.Provider> providers = new java.util.HashMap<>();
    ServiceLoader.load(Objective.Provider.class).forEach(p -> providers.put(p.name(), p));
    assertEquals(names, providers.keySet());
    ChunkRecord record =
        record(spikes, voltages).withTarget(SpikeTrains.dense(spikes, BATCH, STEPS, NEURONS));
    for (String name : names) {
      Objective objective = Objects.requireNonNull(providers.get(name)).create(settings);
      assertEquals(name, objective.name());
      assertTrue(evaluate(objective, record).value() >= 0);
    }
    ObjectiveSettings wrong =
        new ObjectiveSettings(
            RandomNetwork.PHYSIOLOGY, TYPES, 1.0, Map.of(), Map.of("firing_rate.level", "cell"));
    for (String name : new String[] {"firing_rate", "silent_penalty"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Objects.requireNonNull(providers.get(name)).create(wrong),
          name);
    }
    assertEquals(0, Arrays.empty().names().size());
  }

  @Test
  void balanceOfWeightsIsLeastAtItsRatio() {
    RandomNetwork random = RandomNetwork.of(2, 12, 6);
    SpikingNetwork network = random.network();
    int[] types = network.cellTypes();
    ChunkRecord record =
        ChunkRecord.of(SpikeTrains.dense(new byte[12], 1, 1, 12), new float[12], 1, FACTORS)
            .withWeights(network.weights());
    double ratio = 50 - Math.sqrt(evaluate(new WeightRatio(50, 0, types), record).value());
    assertEquals(0, evaluate(new WeightRatio(ratio, 0, types), record).value(), 1e-9);
  }
}
