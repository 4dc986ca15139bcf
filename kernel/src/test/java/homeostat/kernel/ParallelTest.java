package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void eachTaskRunsOnce(int threads) {
    try (var parallel = new Parallel(threads)) {
      assertEquals(threads, parallel.threads());
      for (int tasks : new int[] {0, 1, 2, 3, 100}) {
        var counts = new AtomicIntegerArray(tasks);
        parallel.forEach(tasks, counts::incrementAndGet);
        for (int i = 0; i < tasks; i++) {
          assertEquals(1, counts.get(i));
        }
      }
    }
  }

  @Test
  void threadsWorkAtTheSameTime() {
    try (var parallel = new Parallel(3)) {
      var together = new CountDownLatch(3);
      parallel.forEach(
          3,
          task -> {
            together.countDown();
            try {
              together.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      assertEquals(0, together.getCount());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theFailureOfTheLowestTaskIsThrownAfterAllHaveRun(int threads) {
    try (var parallel = new Parallel(threads)) {
      var ran = new AtomicInteger();
      var failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  parallel.forEach(
                      10,
                      task -> {
                        ran.incrementAndGet();
                        if (task == 3) {
                          throw new IllegalStateException("task 3");
                        }
                        if (task == 7) {
                          throw new AssertionError("task 7");
                        }
                      }));
      assertEquals(10, ran.get());
      assertEquals("task 3", failure.getMessage());
      assertArrayEquals(
          new String[] {"task 7"},
          Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage).toArray());
      parallel.forEach(5, task -> ran.incrementAndGet());
      assertEquals(15, ran.get());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void loopsNest(int threads) {
    try (var parallel = new Parallel(threads)) {
      var ran = new AtomicInteger();
      for (int repeat = 0; repeat < 50; repeat++) {
        parallel.forEach(
            4, i -> parallel.forEach(4, j -> parallel.forEach(4, k -> ran.incrementAndGet())));
      }
      assertEquals(50 * 64, ran.get());
    }
  }

  @Test
  void severalThreadsShareOne() throws InterruptedException {
    try (var parallel = new Parallel(2)) {
      var ran = new AtomicInteger();
      Thread[] callers = new Thread[4];
      for (int c = 0; c < callers.length; c++) {
        callers[c] =
            Thread.ofPlatform()
                .start(() -> {
                  for (int repeat = 0; repeat < 100; repeat++) {
                    parallel.forEach(3, i -> parallel.forEach(3, j -> ran.incrementAndGet()));
                  }
                });
      }
      for (Thread caller : callers) {
        caller.join();
      }
      assertEquals(4 * 100 * 9, ran.get());
    }
  }

  @Test
  void anInterruptIsKeptForTheCaller() {
    try (var parallel = new Parallel(2)) {
      var ran = new AtomicInteger();
      Thread.currentThread().interrupt();
      parallel.forEach(20, task -> ran.incrementAndGet());
      assertTrue(Thread.interrupted());
      assertEquals(20, ran.get());
    }
  }

  @Test
  void noThreadsIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> new Parallel(0));
  }
}
