package homeostat.spiking.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each part once a round, and no round before the one before is over, however many threads. */
class CrewTest {
  private static final int ROUNDS = 20_000;

  /** Counts without any care for threads: the crew's rounds are all the order there is. */
  private static final class Counting implements Crew.Work {
    private final long[] done;
    private final int rounds;
    private int round;

    Counting(int parts, int rounds) {
      this.done = new long[parts];
      this.rounds = rounds;
    }

    @Override
    public void part(int part) {
      if (done[part] != round) {
        throw new IllegalStateException("part " + part + " in round " + round);
      }
      done[part]++;
    }

    @Override
    public boolean between() {
      round++;
      for (long parts : done) {
        if (parts != round) {
          throw new IllegalStateException("a part is missing in round " + round);
        }
      }
      return round < rounds;
    }
  }

  @Test
  void everyPartOnceARound() {
    for (int size : new int[] {1, 2, 3, 8}) {
      Counting counting = new Counting(size, ROUNDS);
      Crew.run(size, counting);
      assertEquals(ROUNDS, counting.round);
      long[] all = new long[size];
      Arrays.fill(all, ROUNDS);
      assertArrayEquals(all, counting.done);
    }
  }

  /** A member that is held up again and again rests, and its part is done by another. */
  @Test
  void aMemberThatIsLateIsWorkedFor() {
    Thread caller = Thread.currentThread();
    Thread[] worker = new Thread[300];
    Crew.run(
        2,
        new Crew.Work() {
          private int round;

          @Override
          public void part(int part) {
            if (part == 1) {
              worker[round] = Thread.currentThread();
              if (!caller.equals(worker[round])) {
                long until = System.nanoTime() + 2_000_000;
                while (System.nanoTime() < until) {
                  Thread.onSpinWait();
                }
              }
            }
          }

          @Override
          public boolean between() {
            return ++round < worker.length;
          }
        });
    long byTheOther = Arrays.stream(worker).filter(thread -> !caller.equals(thread)).count();
    assertEquals(0, byTheOther / 100, "rounds that waited for the late member: " + byTheOther);
  }

  @Test
  void aFailureEndsTheWork() {
    for (int failing = 0; failing < 3; failing++) {
      int bad = failing;
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Crew.run(
                      3,
                      new Crew.Work() {
                        private int round;

                        @Override
                        public void part(int part) {
                          if (part == bad && round == 7) {
                            throw new IllegalStateException("part " + part);
                          }
                        }

                        @Override
                        public boolean between() {
                          round++;
                          return true;
                        }
                      }));
      assertEquals("part " + bad, thrown.getMessage());
    }
  }
}
