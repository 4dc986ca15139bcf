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
   * too. A failing task does not keep the others from running; at the end the failure of the lowest
   * task number is thrown, with the others suppressed, whatever the number of threads.
   *
   * <p>Tasks may call this method, and several threads may call it at a time: a caller waits for
   * tasks that have begun, never for a free thread.
   */
  public void forEach(int tasks, IntConsumer body) {
    Loop loop = new Loop(tasks, body);
    int helpers = Math.min(threads, tasks) - 1;
    for (int i = 0; i < helpers; i++) {
      workers.execute(loop);
    }
    loop.run();
    awaitUninterruptibly(loop.left);
    rethrow(tasks, loop.failures);
  }

  /** One call of forEach: threads take task numbers until there are none. */
  private static final class Loop implements Runnable {
    private final int tasks;
    private final IntConsumer body;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Throwable> failures;
    private final CountDownLatch left;

    Loop(int tasks, IntConsumer body) {
      this.tasks = tasks;
      this.body = body;
      this.failures = new AtomicReferenceArray<>(tasks);
      this.left = new CountDownLatch(tasks);
    }

    @Override
    public void run() {
      while (next.get() < tasks) {
        int task = next.getAndIncrement();
        if (task < tasks) {
          one(task);
        }
      }
    }

    private void one(int task) {
      try {
        body.accept(task);
      } catch (RuntimeException | Error e) {
        failures.set(task, e);
      } finally {
        left.countDown();
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

  /** Identity counts: a throwable may not suppress itself. */
  @SuppressWarnings("ReferenceEquality")
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
