package homeostat.spiking.brain;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work in rounds, each at a part of its own, whose data stay in its core's cache. A
 * round ends when all parts are done, and there are so many rounds a second that nobody can sleep
 * between them; but a thread that spins while another process has the core that its partner needs
 * holds everybody up. So
 *
 * <ul>
 *   <li>who has done his part takes that of a member who has not begun; nobody waits for a thread
 *       that is not there;
 *   <li>who waits for a part under way spins for about as long as he worked, and then parks;
 *   <li>a member that kept others waiting so long lost its core, and will again: it rests for some
 *       multiple of that time, while the others do its part.
 * </ul>
 *
 * Parts are the same whoever works at them, so that none of this changes a bit.
 */
final class Crew {
  /** Nanoseconds that anybody waits before he parks; who worked for longer waits as long. */
  private static final long PATIENCE = 30_000;

  private static final int LOOKS_PER_TIME = 16;
  private static final int RESTS = 4;
  private static final int OVER = -1;

  /** Numbers that several threads look at lie two cache lines from each other. */
  private static final int STRIDE = 32;

  private static final int ROUND = 0;
  private static final int DONE = STRIDE;

  private final Work work;
  private final Thread[] members;
  private final int claims;
  private final int workers;
  private final int sleepers;
  private final AtomicIntegerArray words;
  private final AtomicLongArray restUntil;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Crew(int size, Work work) {
    this.work = work;
    this.members = new Thread[size];
    this.claims = 2 * STRIDE;
    this.workers = claims + size * STRIDE;
    this.sleepers = workers + size * STRIDE;
    this.words = new AtomicIntegerArray(sleepers + size * STRIDE);
    this.restUntil = new AtomicLongArray(size);
    for (int m = 0; m < size; m++) {
      restUntil.set(m, System.nanoTime());
    }
  }

  /** What there is to do. */
  interface Work {
    /** Does a part of the present round. */
    void part(int part);

    /** Ends a round, all parts of which are done; whether there is another one. */
    boolean between();
  }

  /** Works with {@code size} threads, the caller's among them, until there is no other round. */
  static void run(int size, Work work) {
    Crew crew = new Crew(size, work);
    crew.members[0] = Thread.currentThread();
    for (int m = 1; m < size; m++) {
      int member = m;
      crew.members[m] =
          Thread.ofPlatform()
              .daemon()
              .name("homeostat-brain-" + m)
              .unstarted(() -> crew.member(member));
    }
    for (int m = 1; m < size; m++) {
      crew.members[m].start();
    }
    crew.member(0);
    crew.join();
    Throwable failed = crew.failure.get();
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
  }

  private void member(int self) {
    try {
      int round = words.get(ROUND);
      while (round != OVER) {
        long began = System.nanoTime();
        long left = restUntil.get(self) - began;
        if (left > 0) {
          LockSupport.parkNanos(this, left);
          round = words.get(ROUND);
          continue;
        }
        for (int k = 0; k < members.length; k++) {
          take((self + k) % members.length, self, round);
        }
        round = next(self, round, began);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      open(OVER);
    }
  }

  /** Does a part if nobody has begun it, and ends the round if it was the last. */
  private void take(int part, int self, int round) {
    if (words.compareAndSet(claims + part * STRIDE, round, round + 1)) {
      words.setPlain(workers + part * STRIDE, self + 1);
      work.part(part);
      words.setRelease(workers + part * STRIDE, 0);
      if (words.incrementAndGet(DONE) == members.length) {
        words.set(DONE, 0);
        open(work.between() ? round + 1 : OVER);
      }
    }
  }

  private int next(int self, int round, long began) {
    long start = System.nanoTime();
    long patience = Math.max(PATIENCE, start - began);
    for (int look = 1; look % LOOKS_PER_TIME != 0 || System.nanoTime() - start < patience; look++) {
      int now = words.get(ROUND);
      if (now != round) {
        return now;
      }
      Thread.onSpinWait();
    }
    int late = late();
    words.set(sleepers + self * STRIDE, 1);
    int now = words.get(ROUND);
    while (now == round) {
      LockSupport.park(this);
      now = words.get(ROUND);
    }
    words.set(sleepers + self * STRIDE, 0);
    if (late >= 0) {
      long end = System.nanoTime();
      restUntil.set(late, end + RESTS * (end - start));
    }
    return now;
  }

  /** A member that is at work, or -1. */
  private int late() {
    for (int part = 0; part < members.length; part++) {
      int worker = words.getAcquire(workers + part * STRIDE);
      if (worker > 0) {
        return worker - 1;
      }
    }
    return -1;
  }

  private void open(int round) {
    words.set(ROUND, round);
    for (int m = 0; m < members.length; m++) {
      if (round == OVER || words.compareAndSet(sleepers + m * STRIDE, 1, 0)) {
        LockSupport.unpark(members[m]);
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
}
