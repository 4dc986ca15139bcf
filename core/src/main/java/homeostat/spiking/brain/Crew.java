package homeostat.spiking.brain;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work in lockstep. Who waits for the others spins for some microseconds, which is how
 * long a window of a brain takes, and then parks: a thread that spins on while another process has
 * the core that its partner needs would hold everybody up.
 */
final class Crew {
  private static final int SPINS = 4_000;

  private final Thread[] members;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile int round;

  private Crew(int size) {
    this.members = new Thread[size];
  }

  /** What a member does. */
  interface Member {
    /** Works; calls {@link Crew#meet} as often as all others do. */
    void work(int member, Crew crew);
  }

  /** Runs {@code size} members, the caller as the first, until all have ended. */
  static void run(int size, Member member) {
    Crew crew = new Crew(size);
    IntConsumer body =
        m -> {
          try {
            member.work(m, crew);
          } catch (RuntimeException | Error e) {
            crew.fail(e);
          }
        };
    crew.members[0] = Thread.currentThread();
    for (int m = 1; m < size; m++) {
      int number = m;
      crew.members[m] =
          Thread.ofPlatform()
              .daemon()
              .name("homeostat-brain-" + m)
              .unstarted(() -> body.accept(number));
    }
    for (int m = 1; m < size; m++) {
      crew.members[m].start();
    }
    body.accept(0);
    crew.join();
    Throwable failed = crew.failure.get();
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
  }

  /** Waits for all members; the last one to come does {@code between} before any goes on. */
  void meet(Runnable between) {
    int current = round;
    if (arrived.incrementAndGet() == members.length) {
      arrived.set(0);
      try {
        between.run();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
      open(current);
    } else {
      for (int spin = 0; round == current; spin++) {
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
    }
    if (failure.get() != null) {
      throw new Abandoned();
    }
  }

  /** Opens this round for good, so that no partner waits for a member that will not come. */
  private void fail(Throwable thrown) {
    if (!(thrown instanceof Abandoned)) {
      failure.compareAndSet(null, thrown);
    }
    open(round);
  }

  private void open(int current) {
    round = current + 1;
    for (Thread member : members) {
      if (!member.equals(Thread.currentThread())) {
        LockSupport.unpark(member);
      }
    }
  }

  private void join() {
    boolean interrupted = false;
    for (int m = 1; m < members.length; m++) {
      while (members[m].isAlive()) {
        try {
          members[m].join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells a member that another one failed. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
