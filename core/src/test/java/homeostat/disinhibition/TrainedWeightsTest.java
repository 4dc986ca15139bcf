package homeostat.disinhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.weights.Signs;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.gradient.Adam;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainedWeightsTest {
  private static final Layers LAYERS = Layers.of(40, 30, 20, 6);

  private static TrainedWeights draw(Signs signs, Parallel parallel) {
    return TrainedWeights.draw(LAYERS, true, signs, 0.2, 11, parallel);
  }

  @Test
  void freeWeightsAreLeCunNormal() {
    try (Parallel parallel = new Parallel(1)) {
      float[] w =
          TrainedWeights.draw(Layers.of(400, 300, 2), true, Signs.NONE, 0.1, 1, parallel)
              .weights()
              .kernels()
              .getFirst();
      double sum = 0;
      double largest = 0;
      for (float one : w) {
        sum += (double) one * one;
        largest = Math.max(largest, Math.abs(one));
      }
      assertEquals(1.0 / 400, sum / w.length, 1e-4);
      assertEquals(2 / 0.87962566103423978 / 20, largest, 1e-3);
    }
  }

  @Test
  void splitWeightsBeginAsFreeOnes() {
    try (Parallel parallel = new Parallel(1)) {
      TrainedWeights free = draw(Signs.NONE, parallel);
      TrainedWeights split = draw(Signs.SPLIT, parallel);
      for (int l = 0; l <= 2; l++) {
        assertArrayEquals(free.weights().kernels().get(l), split.weights().kernels().get(l), 1e-5f);
      }
      assertEquals(0, split.violations());
      assertTrue(free.violations() > 0.3);
    }
  }

  @ParameterizedTest
  @EnumSource(Signs.class)
  void signsOutliveTraining(Signs signs) {
    try (Parallel parallel = new Parallel(1)) {
      TrainedWeights trained = draw(signs, parallel);
      Optimiser adam = Adam.withRate(0.05);
      OptimiserState state = adam.start(trained.parameters());
      for (int step = 0; step < 20; step++) {
        Stream noise = Stream.of(5, "gradient").at(step);
        for (float[] gradient : trained.gradient().kernels()) {
          for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) noise.normal(i);
          }
        }
        trained.chain();
        adam.step(trained.parameters(), trained.gradients(), state);
        trained.refresh();
      }
      if (signs == Signs.NONE) {
        assertTrue(trained.violations() > 0.3);
      } else {
        assertEquals(0, trained.violations());
      }
      if (signs == Signs.SPLIT || signs == Signs.NONNEG) {
        for (Parameter parameter : trained.parameters().all()) {
          for (float one : parameter.name().endsWith("bias") ? new float[0] : parameter.raw()) {
            assertTrue(one >= 0, parameter.name());
          }
        }
      }
    }
  }

  @Test
  void theChainOfSplitWeightsIsTheirGradient() {
    try (Parallel parallel = new Parallel(1)) {
      TrainedWeights split = draw(Signs.SPLIT, parallel);
      Stream noise = Stream.of(6, "gradient");
      float[] g = split.gradient().kernels().get(1);
      for (int i = 0; i < g.length; i++) {
        g[i] = (float) noise.normal(i);
      }
      split.chain();
      for (String part : new String[] {"kernel_ex", "kernel_ix", "kernel_ei"}) {
        String name = "hidden_1." + part;
        float[] raw = split.parameters().get(name).raw();
        for (int i = 0; i < raw.length; i += 37) {
          float kept = raw[i];
          raw[i] = kept + 0.01f;
          double up = product(split, g);
          raw[i] = kept - 0.01f;
          double down = product(split, g);
          raw[i] = kept;
          split.refresh();
          assertEquals((up - down) / 0.02, split.gradients().get(name)[i], 2e-3, name);
        }
      }
    }
  }

  private static double product(TrainedWeights split, float[] g) {
    split.refresh();
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      sum += (double) g[i] * split.weights().kernels().get(1)[i];
    }
    return sum;
  }
}
