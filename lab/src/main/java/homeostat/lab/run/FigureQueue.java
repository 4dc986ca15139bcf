package homeostat.lab.run;

import homeostat.lab.figure.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Draws figures on a thread of its own, in the order they were asked for. The queue is short: who
 * fills it faster than it is drawn waits, and nothing is dropped. A figure that fails is reported
 * and the run goes on.
 */
public final class FigureQueue implements AutoCloseable {
  private static final int LENGTH = 32;

  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>(LENGTH);
  private final FigureSink sink;
  private final BiConsumer<String, Throwable> failure;
  private final Object count = new Object();
  private final Thread worker;
  private long asked;
  private long ended;

  private record Order(Path base, Supplier<Figure> figure, boolean last) {}

  /**
   * @param sink draws
   * @param failure told what could not be drawn and why, on the drawing thread
   */
  public FigureQueue(FigureSink sink, BiConsumer<String, Throwable> failure) {
    this.sink = sink;
    this.failure = failure;
    this.worker = Thread.ofPlatform().daemon().name("homeostat-figures").start(this::work);
  }

  /** Asks for a figure. */
  public void add(Path base, Supplier<Figure> figure) {
    synchronized (count) {
      asked++;
    }
    enqueue(new Order(base, figure, false));
  }

  /** How many figures have been asked for. */
  public long asked() {
    synchronized (count) {
      return asked;
    }
  }

  /** Waits until the first {@code n} figures asked for are drawn or have failed. */
  public void await(long n) {
    boolean interrupted = false;
    synchronized (count) {
      while (ended < n) {
        try {
          count.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws what was asked for, then ends the thread. */
  @Override
  public void close() {
    if (worker.isAlive()) {
      await(asked());
      enqueue(new Order(Path.of(""), FigureQueue::nothing, true));
    }
  }

  private void enqueue(Order order) {
    boolean interrupted = false;
    while (true) {
      try {
        orders.put(order);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    while (true) {
      Order order;
      try {
        order = orders.take();
      } catch (InterruptedException e) {
        continue; // nobody interrupts this thread; it ends by its last order
      }
      if (order.last) {
        return;
      }
      try {
        Path parent = order.base.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        sink.draw(order.base, order.figure.get());
      } catch (Exception | Error e) {
        failure.accept(String.valueOf(order.base), e);
      } finally {
        synchronized (count) {
          ended++;
          count.notifyAll();
        }
      }
    }
  }

  private static Figure nothing() {
    throw new IllegalStateException("the last order has no figure");
  }
}
