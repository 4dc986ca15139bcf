package homeostat.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * A parallel loop over a fixed number of tasks.
 *
 * <p>What a task is must never depend on the number of threads: callers cut their work by
 * constants, every task writes to places of its own, and results are combined afterwards in task
 * order. Then one thread and many give the same bits.
 */
public final class Parallel implements AutoCloseable {
  private final int threads;
  private final ExecutorService workers;

  /**
   * @param threads how many threads work at a loop, the caller's own among them; at least 1
   */
  public Parallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads = " + threads + " is below 1");
    }
    this.threads = threads;
    this.workers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1), Thread.ofPlatform().daemon().name("homeostat-", 1).factory());
  }

  /** How many threads work at a loop. */
  public int threads() {
    return threads;
  }

  /**
   * Runs {@code body} for 0..tasks-1, each once, and returns when all have ended. The caller works
   * too. If tasks fail, the failure of the lowest task number is thrown, with the others
   * suppressed.
   */
  public void forEach(int tasks, IntConsumer body) {
    int helpers = Math.min(threads, tasks) - 1;
    if (helpers <= 0) {
      for (int task = 0; task < tasks; task++) {
        body.accept(task);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReferenceArray<Throwable> failures = new AtomicReferenceArray<>(tasks);
    CountDownLatch done = new CountDownLatch(helpers);
    Runnable share = () -> work(tasks, next, failures, body);
    for (int i = 0; i < helpers; i++) {
      workers.execute(() -> {
        try {
          share.run();
        } finally {
          done.countDown();
        }
      });
    }
    share.run();
    awaitUninterruptibly(done);
    rethrow(tasks, failures);
  }

  private static void work(
      int tasks, AtomicInteger next, AtomicReferenceArray<Throwable> failures, IntConsumer body) {
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      try {
        body.accept(task);
      } catch (RuntimeException | Error e) {
        failures.set(task, e);
      }
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(int tasks, AtomicReferenceArray<Throwable> failures) {
    Throwable first = null;
    for (int task = 0; task < tasks; task++) {
      Throwable failure = failures.get(task);
      if (failure == null) {
        continue;
      }
      if (first == null) {
        first = failure;
      } else if (failure != first) {
        first.addSuppressed(failure);
      }
    }
    if (first instanceof RuntimeException e) {
      throw e;
    }
    if (first instanceof Error e) {
      throw e;
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
