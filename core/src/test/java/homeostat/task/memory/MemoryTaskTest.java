package homeostat.task.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import homeostat.task.memory.cognitive.Clock;
import homeostat.task.memory.cognitive.ContextDecision;
import homeostat.task.memory.cognitive.DelayedCopy;
import homeostat.task.memory.cognitive.DelayedMatchToSample;
import homeostat.task.memory.cognitive.GoNoGo;
import homeostat.task.memory.cognitive.ParametricWorkingMemory;
import homeostat.task.memory.cognitive.PerceptualDecision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class MemoryTaskTest {
  private static final Stream STREAM = Stream.of(3, "task.trials");
  private static final double[] NONE = new double[0];
  private static final Clock QUIET = new Clock(100, 0);

  private static PictureBank bank() {
    double[] values = new double[30 * 4];
    int[] labels = new int[30];
    for (int m = 0; m < 30; m++) {
      labels[m] = m % 3;
      for (int f = 0; f < 4; f++) {
        values[m * 4 + f] = m + 0.1 * f;
      }
    }
    return new PictureBank(30, 4, values, labels);
  }

  @Test
  void everyTaskIsAFunctionOfItsStream() {
    for (MemoryTask task :
        List.of(
            new SequenceMemory(3, 7, 0, 1),
            new NBack(5, 2, 7),
            new PictureNBack(bank(), 5, 2, 7, PictureNBack.Match.CLASS),
            new DelayedMatchToSample(7, 4, 1000, Clock.usual()),
            new DelayedCopy(7, 3, 4, 500, Clock.usual()),
            new PerceptualDecision(7, PerceptualDecision.Form.IMMEDIATE, Clock.usual()),
            new PerceptualDecision(7, PerceptualDecision.Form.DELAYED, Clock.usual()),
            new ContextDecision(7, Clock.usual()),
            new GoNoGo(7, 500, Clock.usual()),
            new ParametricWorkingMemory(7, 1000, Clock.usual()))) {
      Trials once = task.draw(STREAM);
      assertEquals(once, task.draw(STREAM), task::toString);
      assertNotEquals(once, task.draw(Stream.of(4, "task.trials")), task::toString);
      assertEquals(task.channels(), once.channels());
      boolean some = false;
      for (int row = 0; row < once.scored().length; row++) {
        some |= once.scored()[row];
        assertTrue(!task.classifies() || once.targets()[row] < task.outputs(), task.toString());
      }
      assertTrue(some, task + " scores nothing");
    }
  }

  @Test
  void sequenceIsDueAfterTheCue() {
    Trials trials = new SequenceMemory(2, 1, 0, 1).of(new double[] {0.25, 0.5});
    assertArrayEquals(new float[] {0, 0.25f, 0, 0.5f, 1, 0, 0, 0, 0, 0}, trials.inputs());
    assertArrayEquals(new float[] {0, 0, 0, 0.25f, 0.5f}, trials.targets());
    assertArrayEquals(new boolean[] {false, false, false, true, true}, trials.scored());
  }

  @Test
  void aValueOfZeroIsScoredToo() {
    assertTrue(new SequenceMemory(1, 1, 0, 1).of(new double[] {0}).scored()[2]);
  }

  @Test
  void nBackRepeatsTheTargetInMatchingTrials() {
    Trials trials = new NBack(5, 2, 40).draw(STREAM);
    assertEquals(80, trials.trials());
    for (int trial = 0; trial < 80; trial++) {
      assertEquals(trial, trials.numbers()[trial]);
      float last = trials.inputs()[(trial * 6 + 4) * 2 + 1];
      float back = trials.inputs()[(trial * 6 + 2) * 2 + 1];
      assertEquals(trial < 40, last == back);
      assertEquals(trial < 40 ? NBack.MATCH : NBack.DIFFERENT, trials.targets()[trial * 6 + 5]);
    }
  }

  @Test
  void distractorsAreOfOtherClassesAndDiffer() {
    PictureBank bank = bank();
    Trials trials = new PictureNBack(bank, 5, 3, 50, PictureNBack.Match.PICTURE).draw(STREAM);
    ToIntFunction<float[]> picture = row -> Math.round(row[1]);
    for (int trial = 0; trial < trials.trials(); trial++) {
      int[] shown = new int[5];
      for (int k = 0; k < 5; k++) {
        int row = (trial * trials.steps() + k) * trials.channels();
        shown[k] =
            picture.applyAsInt(Arrays.copyOfRange(trials.inputs(), row, row + trials.channels()));
      }
      boolean match = trial < 50;
      assertEquals(match, shown[1] == shown[4]);
      int[] distractors =
          match
              ? new int[] {shown[0], shown[2], shown[3]}
              : new int[] {shown[0], shown[1], shown[2], shown[3]};
      assertEquals(distractors.length, Arrays.stream(distractors).distinct().count());
      for (int distractor : distractors) {
        assertNotEquals(bank.labels()[shown[4]], bank.labels()[distractor]);
      }
    }
  }

  @Test
  void delayedMatchKeepsItsPeriods() {
    Trials trials = new DelayedMatchToSample(20, 4, 1000, QUIET).draw(STREAM);
    assertEquals(3 + 5 + 10 + 5 + 9, trials.steps());
    for (int trial = 0; trial < 20; trial++) {
      float[] sample = row(trials, trial, 4);
      float[] test = row(trials, trial, 19);
      boolean same = Arrays.equals(sample, test);
      assertEquals(same ? 1 : 2, trials.targets()[trial * 32 + 25]);
      assertEquals(0, row(trials, trial, 10)[1], "silence during the delay");
      assertEquals(0, row(trials, trial, 25)[0], "fixation off when the answer is due");
      for (int t = 0; t < 32; t++) {
        assertEquals(t >= 23, trials.scored()[trial * 32 + t]);
      }
    }
  }

  @Test
  void delayedCopyAsksForTheSymbolsInTheirOrder() {
    Trials trials = new DelayedCopy(20, 3, 4, 500, QUIET).draw(STREAM);
    assertEquals(3 + 9 + 5 + 9, trials.steps());
    for (int trial = 0; trial < 20; trial++) {
      for (int item = 0; item < 3; item++) {
        float[] shown = row(trials, trial, 3 + 3 * item);
        int symbol = 1;
        for (int k = 2; k <= 4; k++) {
          symbol = shown[k] > shown[symbol] ? k : symbol;
        }
        int answer = trial * 26 + 17 + 3 * item;
        assertEquals(symbol, trials.targets()[answer]);
        assertTrue(trials.scored()[answer]);
        assertEquals(symbol, trials.conditions().getOrDefault("symbol_" + (item + 1), NONE)[trial]);
      }
    }
  }

  @Test
  void conditionsStayWithTheirTrials() {
    Trials trials = new NBack(5, 2, 30).draw(STREAM);
    Trials some = trials.select(59, 3, 31, 29);
    assertArrayEquals(new double[] {0, 1, 0, 1}, some.conditions().getOrDefault("match", NONE));
  }

  @Test
  void contextDecidesWhichStimulusCounts() {
    Trials trials = new ContextDecision(60, QUIET).draw(STREAM);
    for (int trial = 0; trial < 60; trial++) {
      float[] stimulus = row(trials, trial, 5);
      int context = stimulus[5] == 1 ? 0 : 1;
      int direction = stimulus[1 + 2 * context] > stimulus[2 + 2 * context] ? 0 : 1;
      int answers = 0;
      for (int t = 0; t < trials.steps(); t++) {
        if (trials.scored()[trial * trials.steps() + t]) {
          answers++;
          assertEquals(1 + direction, trials.targets()[trial * trials.steps() + t]);
          assertTrue(t >= 3 + 7 + 3, "no answer before the shortest delay");
        }
      }
      assertEquals(1, answers);
    }
  }

  @Test
  void theDelayedDecisionWaitsForADrawnSilence() {
    Trials trials = new PerceptualDecision(80, PerceptualDecision.Form.DELAYED, QUIET).draw(STREAM);
    double[] delays = trials.conditions().getOrDefault("delay", NONE);
    assertEquals(8, Arrays.stream(delays).distinct().count());
    assertEquals(11 + 40 + 15, trials.steps());
    for (int trial = 0; trial < 80; trial++) {
      int due = 11 + (int) (delays[trial] / 100);
      for (int t = 0; t < trials.steps(); t++) {
        boolean answer = t >= due && t < due + 15;
        assertEquals(answer, trials.scored()[trial * trials.steps() + t]);
        assertEquals(t < due ? 1 : 0, row(trials, trial, t)[0], "fixation until the answer is due");
        assertEquals(t < 11, row(trials, trial, t)[1] != 0, "a stimulus, then silence");
      }
    }
  }

  @Test
  void aThirdPartOfTheTrialsLeavesTheTrainingAsItWas() {
    Trials all = new NBack(4, 1, 10).draw(STREAM);
    TrialSplit two = TrialSplit.of(all, 0.67, Stream.of(1, "split"));
    TrialSplit three = TrialSplit.of(all, 0.67, 0.2, Stream.of(1, "split"));
    assertEquals(0, two.test().trials());
    assertEquals(two.train(), three.train());
    assertEquals(4, three.test().trials());
    assertEquals(3, three.validate().trials());
    int[] rest =
        java.util.stream.IntStream.concat(
                Arrays.stream(three.validate().numbers()), Arrays.stream(three.test().numbers()))
            .toArray();
    assertArrayEquals(two.validate().numbers(), rest);
  }

  @Test
  void aPeriodOfWholeStepsLosesNoneToRounding() {
    Trials trials = new GoNoGo(2, 0.3, new Clock(0.1, 0)).draw(STREAM);
    assertEquals(5000 + 3 + 5000, trials.steps());
  }

  private static float[] row(Trials trials, int trial, int step) {
    int at = (trial * trials.steps() + step) * trials.channels();
    return Arrays.copyOfRange(trials.inputs(), at, at + trials.channels());
  }

  @Test
  void splitKeepsWholeTrialsAndLosesNone() {
    Trials all = new NBack(4, 1, 10).draw(STREAM);
    TrialSplit split = TrialSplit.of(all, 0.67, Stream.of(1, "split"));
    assertEquals(13, split.train().trials());
    assertEquals(7, split.validate().trials());
    int[] seen =
        java.util.stream.IntStream.concat(
                Arrays.stream(split.train().numbers()), Arrays.stream(split.validate().numbers()))
            .sorted()
            .toArray();
    assertArrayEquals(all.numbers(), seen);
    int first = split.train().numbers()[0];
    assertArrayEquals(row(all, first, 2), row(split.train(), 0, 2));
  }

  @Test
  void settingsThatDoNotFitAreRefusedByName() {
    for (Map.Entry<String, Runnable> wrong :
        Map.<String, Runnable>of(
                "n_back is 5", () -> new NBack(5, 5, 1),
                "pattern_length is 0", () -> new SequenceMemory(0, 1, 0, 1),
                "dt is 0.0 ms", () -> new Clock(0, 1),
                "train_size is 1.0", () -> TrialSplit.trainingTrials(5, 1),
                "only 20 pictures",
                    () -> new PictureNBack(bank(), 25, 2, 7, PictureNBack.Match.CLASS),
                "all pictures of the bank are of one class",
                    () ->
                        new PictureNBack(
                            new PictureBank(9, 1, new double[9], new int[9]),
                            4,
                            2,
                            7,
                            PictureNBack.Match.CLASS),
                "no setting 'n_bak'",
                    () -> new TaskSettings(Map.of("n_bak", 2.0), Map.of()).allowing("n_back", "x"),
                "delay lasts 50.0 ms", () -> new GoNoGo(1, 50, QUIET).draw(STREAM))
            .entrySet()) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, wrong.getValue()::run);
      assertTrue(refused.toString().contains(wrong.getKey()), refused.toString());
    }
  }
}
