package homeostat.spiking.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Adam;
import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.Experience;
import homeostat.spiking.LearningRule;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.input.PoissonInput;
import homeostat.spiking.loss.FiringRate;
import homeostat.spiking.loss.VanRossum;
import homeostat.spiking.simulation.RandomNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkTrainerTest {
  private static final int BATCH = 18;
  private static final int STEPS = 20;
  private static final int INPUTS = 9;
  private static final int NEURONS = 23;

  private final RandomNetwork random = RandomNetwork.of(11, NEURONS, INPUTS);

  private ChunkTrainer trainer(Optimisable optimisable, Parallel parallel) {
    double[] target = new double[NEURONS];
    java.util.Arrays.fill(target, 30);
    return new ChunkTrainer(
        random.network(),
        random.factors(),
        List.of(
            new FiringRate(target, 1, 1, FiringRate.Level.TYPE, random.network().cellTypes()),
            new VanRossum(10, 50, 1, true)),
        new BackPropagation(Adam.withRate(0.05), OptionalDouble.of(1)),
        new TrainerSettings(Map.of("firing_rate", 1.0, "van_rossum", 0.1), 2, optimisable),
        BATCH,
        STEPS,
        parallel);
  }

  /** Adds a step to every logarithm that is trained, and counts its updates. */
  private record Drift(float step) implements LearningRule {
    @Override
    public String name() {
      return "drift";
    }

    @Override
    public Arrays start(Parameters parameters) {
      return Arrays.builder().put("updates", new double[1]).build();
    }

    @Override
    public Arrays observe(Experience experience, Arrays carried) {
      assertEquals(Set.of("firing_rate"), experience.evaluations().keySet());
      assertThrows(IllegalStateException.class, experience::gradient, "it records no adjoint");
      return carried;
    }

    @Override
    public Update update(Parameters parameters, Arrays carried, double part) {
      parameters.all().forEach(p -> p.raw()[0] += (float) (part * step));
      carried.doubles("updates")[0]++;
      return new Update(carried, Map.of("updates", carried.doubles("updates")[0]));
    }
  }

  private ChunkTrainer drifting(float step, Parallel parallel) {
    double[] target = new double[NEURONS];
    java.util.Arrays.fill(target, 30);
    return new ChunkTrainer(
        random.network(),
        random.factors(),
        List.of(
            new FiringRate(target, 1, 1, FiringRate.Level.NEURON, random.network().cellTypes())),
        new Drift(step),
        new TrainerSettings(Map.of("firing_rate", 1.0), 2, Optimisable.SCALING_FACTORS),
        BATCH,
        STEPS,
        parallel);
  }

  @Test
  void ruleWithoutGradientMovesFactorsAndIsCarried() {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = drifting(0.5f, one);
      TrainingState state = run(trainer, trainer.start(), 3);
      Arrays saved = state.save(random.network());
      assertEquals(1, saved.doubles("rule/updates")[0]);
      double factor = random.factors().recurrent()[0];
      assertEquals(factor * Math.exp(0.5), trainer.factors(state).recurrent()[0], 1e-5 * factor);
      state = trainer.finish(state);
      assertEquals(factor * Math.exp(0.75), trainer.factors(state).recurrent()[0], 1e-5 * factor);
      assertEquals(1, saved.doubles("rule/updates")[0], "what is saved stays as it was");
      TrainingState again = drifting(0.5f, one).start().load(random.network(), saved);
      same(saved, again.save(random.network()));
    }
  }

  @Test
  void factorThatIsNotFiniteIsNamedWithItsRule() {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = drifting(1e30f, one);
      NonFiniteException e =
          assertThrows(NonFiniteException.class, () -> run(trainer, trainer.start(), 2));
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains("drift") && message.contains("log_scaling_factors"), message);
    }
  }

  private static TrainingState run(ChunkTrainer trainer, TrainingState state, int chunks) {
    double[] rates = new double[INPUTS];
    java.util.Arrays.fill(rates, 150);
    PoissonInput input = new PoissonInput(5, rates, BATCH, STEPS, 1);
    SpikeTrains target =
        SpikeTrains.dense(RandomNetwork.spikes(6, BATCH * STEPS * NEURONS), BATCH, STEPS, NEURONS);
    try (Parallel one = new Parallel(1)) {
      for (int i = 0; i < chunks; i++) {
        ChunkInput drawn = input.draw(state.chunk(), Arrays.empty(), one).input();
        ChunkOutcome outcome = trainer.step(state, drawn, Optional.of(target));
        assertEquals(state.accumulated() == 1, outcome.update().isPresent());
        state = outcome.state();
      }
    }
    return state;
  }

  private static void same(Arrays expected, Arrays got) {
    assertEquals(expected.names(), got.names());
    for (String name : expected.names()) {
      assertArrayEquals(expected.get(name).toDoubles(), got.get(name).toDoubles(), 0, name);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SCALING_FACTORS", "WEIGHTS"})
  void goingOnFromSavedArraysGivesTheSameBits(Optimisable optimisable) {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = trainer(optimisable, one);
      TrainingState half = run(trainer, trainer.start(), 3);
      Arrays saved = half.save(random.network());
      Arrays uninterrupted = run(trainer, half, 4).save(random.network());
      ChunkTrainer other = trainer(optimisable, one);
      TrainingState resumed = other.start().load(random.network(), saved);
      same(uninterrupted, run(other, resumed, 4).save(random.network()));
      String first = "parameters/" + half.parameters().all().getFirst().name();
      double moved =
          Math.abs(
              uninterrupted.get(first).at(0)
                  - trainer.start().save(random.network()).get(first).at(0));
      assertTrue(moved > 1e-3, "training has to move the parameters: " + moved);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SCALING_FACTORS", "WEIGHTS"})
  void threadsChangeNoBit(Optimisable optimisable) {
    Arrays[] ends = new Arrays[3];
    int[] threads = {1, 2, 4};
    for (int i = 0; i < 3; i++) {
      try (Parallel parallel = new Parallel(threads[i])) {
        ChunkTrainer trainer = trainer(optimisable, parallel);
        ends[i] = run(trainer, trainer.start(), 4).save(random.network());
      }
    }
    same(ends[0], ends[1]);
    same(ends[0], ends[2]);
  }

  @ParameterizedTest
  @EnumSource(Optimisable.class)
  void onlyWhatIsOptimisableMoves(Optimisable optimisable) {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = trainer(optimisable, one);
      double[] rates = new double[INPUTS];
      java.util.Arrays.fill(rates, 150);
      PoissonInput input = new PoissonInput(5, rates, BATCH, STEPS, 1);
      TrainingState state = trainer.start();
      SpikeTrains none =
          SpikeTrains.dense(new byte[BATCH * STEPS * NEURONS], BATCH, STEPS, NEURONS);
      ChunkInput drawn = input.draw(0, Arrays.empty(), one).input();
      state = trainer.finish(trainer.step(state, drawn, Optional.of(none)).state());
      assertEquals(0, state.accumulated());
      ScalingFactors factors = trainer.factors(state);
      assertEquals(
          optimisable.recurrent(), moved(random.factors().recurrent(), factors.recurrent()));
      assertEquals(
          optimisable.feedforward(), moved(random.factors().feedforward(), factors.feedforward()));
      assertFalse(optimisable.key().isEmpty());
      float[] weights = trainer.weights(state).recurrent().values();
      assertEquals(
          optimisable == Optimisable.WEIGHTS,
          moved(doubles(random.network().recurrent().values()), doubles(weights)));
      TrainingState reset = trainer.reset(state);
      assertEquals(state.chunk(), reset.chunk());
      assertEquals(0, reset.network().g()[0][Blocks.WIDTH]);
    }
  }

  private static double[] doubles(float[] values) {
    double[] out = new double[values.length];
    java.util.Arrays.setAll(out, i -> values[i]);
    return out;
  }

  private static boolean moved(double[] before, double[] after) {
    double most = 0;
    for (int i = 0; i < before.length; i++) {
      most = Math.max(most, Math.abs(after[i] - before[i]));
    }
    return most > 1e-3;
  }

  @Test
  void aPotentialThatIsNotFiniteIsNamed() {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = trainer(Optimisable.SCALING_FACTORS, one);
      TrainingState state = trainer.start();
      int slot = random.network().slots().slotOf()[7];
      state.network().v()[1][Blocks.entry(BATCH, 17, slot)] = Float.NaN;
      NonFiniteException e =
          assertThrows(
              NonFiniteException.class,
              () -> trainer.step(state, ChunkInput.silent(BATCH, STEPS, INPUTS), Optional.empty()));
      assertTrue(
          String.valueOf(e.getMessage()).contains("neuron 7, batch element 17"), e.getMessage());
    }
  }

  /** It is above threshold, so the next step resets it: only the row of its own step shows it. */
  @Test
  void anInfinitePotentialThatIsResetIsNamedWithItsStep() {
    try (Parallel one = new Parallel(1)) {
      ChunkTrainer trainer = trainer(Optimisable.SCALING_FACTORS, one);
      TrainingState state = trainer.start();
      int slot = random.network().slots().slotOf()[7];
      int components = 2 * random.network().physiology().synapses();
      int entry = Blocks.entry(BATCH, 3, slot);
      state.network().g()[0][Blocks.component(entry, components, 1)] = Float.POSITIVE_INFINITY;
      NonFiniteException e =
          assertThrows(
              NonFiniteException.class,
              () -> trainer.step(state, ChunkInput.silent(BATCH, STEPS, INPUTS), Optional.empty()));
      assertTrue(
          String.valueOf(e.getMessage())
              .contains("neuron 7, batch element 3 is Infinity at step 0"),
          e.getMessage());
    }
  }
}
