package homeostat.lyapunov.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.StartFrame;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpectrumTrainerTest {
  private static final int N = 16;

  private static SpectrumTrainer trainer(
      Trained trained, SpectrumLoss loss, double rate, Map<String, boolean[]> masks) {
    double[] coupling =
        new RandomCoupling.ExcitatoryInhibitory(4, 0.7).draw(N, Stream.of(1, "coupling"));
    Schedule schedule = Schedule.of(100, 50, 150, 5, 0.1);
    return new SpectrumTrainer(
        SignedWeights.of(N, coupling),
        Units.plain(Activation.TANH_POSITIVE, N),
        0.1,
        trained,
        new SpectrumTrainer.Settings(3, schedule, loss, rate, JacobianForm.TRUE, Truncation.FULL),
        masks);
  }

  private static double[] losses(SpectrumTrainer trainer, int epochs) {
    double[] losses = new double[epochs];
    double[] start = StartFrame.draw(N, 1, Stream.of(1, "start"));
    double[] frame = StartFrame.draw(N, 3, Stream.of(1, "frame"));
    for (int e = 0; e < epochs; e++) {
      losses[e] = trainer.train(start, frame).loss();
    }
    return losses;
  }

  @ParameterizedTest
  @EnumSource(Trained.Sign.class)
  void aLossFallsAndSignsSurvive(Trained.Sign sign) {
    Trained trained = new Trained(true, true, true, sign);
    SpectrumTrainer trainer = trainer(trained, new SpectrumLoss.MeanSquare(-0.3), 0.03, Map.of());
    double[] losses = losses(trainer, 60);
    assertTrue(losses[59] < 0.2 * losses[0], losses[0] + " to " + losses[59]);
    if (sign != Trained.Sign.FREE) {
      assertEquals(0, trainer.flipped());
    }
  }

  @Test
  void theEntropyIsMadeLarge() {
    Trained trained = new Trained(false, true, false, Trained.Sign.CLIP);
    double[] losses = losses(trainer(trained, new SpectrumLoss.Sum(), 0.05, Map.of()), 20);
    assertTrue(losses[19] > losses[0]);
  }

  @Test
  void maskedElementsStay() {
    boolean[] mask = new boolean[N];
    mask[3] = true;
    Trained trained = new Trained(false, true, false, Trained.Sign.CLIP);
    SpectrumTrainer trainer =
        trainer(trained, new SpectrumLoss.MeanSquare(0), 0.1, Map.of(SpectrumTrainer.GAINS, mask));
    losses(trainer, 5);
    double[] gains = trainer.values(SpectrumTrainer.GAINS);
    for (int i = 0; i < N; i++) {
      assertEquals(i != 3, gains[i] == 1, "gain " + i + " = " + gains[i]);
    }
  }

  @Test
  void maskedSynapsesStayToTheBitUnderLogarithms() {
    boolean[] mask = new boolean[N * N];
    mask[1] = true;
    Trained trained = new Trained(true, false, false, Trained.Sign.LOG);
    Map<String, boolean[]> masks = Map.of(SpectrumTrainer.WEIGHTS, mask);
    SpectrumTrainer trainer = trainer(trained, new SpectrumLoss.MeanSquare(0), 0.1, masks);
    double[] before = trainer.coupling();
    losses(trainer, 3);
    double[] after = trainer.coupling();
    assertTrue(before[1] != after[1]);
    after[1] = before[1];
    assertArrayEquals(before, after);
  }

  @Test
  void storedTrainingGoesOnToTheSameBits() {
    Trained trained = new Trained(true, false, true, Trained.Sign.LOG);
    SpectrumLoss loss = new SpectrumLoss.Distance(0);
    SpectrumTrainer whole = trainer(trained, loss, 0.03, Map.of());
    losses(whole, 6);
    SpectrumTrainer first = trainer(trained, loss, 0.03, Map.of());
    losses(first, 2);
    SpectrumTrainer rest = trainer(trained, loss, 0.03, Map.of());
    rest.load(first.save());
    losses(rest, 4);
    assertEquals(6, rest.epoch());
    assertArrayEquals(whole.coupling(), rest.coupling());
    assertArrayEquals(whole.values(SpectrumTrainer.SHIFTS), rest.values(SpectrumTrainer.SHIFTS));
  }
}
