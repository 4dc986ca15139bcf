package homeostat.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The wish from outside that a run stop. The first Ctrl-C (or SIGTERM, SIGHUP) lets the step end
 * and a checkpoint be written; the second ends the process at once, which leaves every file whole
 * because all are written atomically or cut back by a resume.
 *
 * <p>A shutdown hook would not do: once shutdown has begun, the JVM no longer hears a second
 * signal.
 */
public final class Interrupts implements AutoCloseable {
  private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NONE);
  private final List<Runnable> undo = new ArrayList<>();

  /**
   * A stop.
   *
   * @param signal name of the signal
   * @param exitStatus 128 + its number
   */
  public record Stop(String signal, int exitStatus) {
    private static final Stop NONE = new Stop("", 0);
  }

  private Interrupts() {}

  /** Stops only when {@link #request} asks for it. */
  public static Interrupts manual() {
    return new Interrupts();
  }

  /**
   * Listens to the signals of this process until closed.
   *
   * @param note told when the first one comes
   */
  public static Interrupts ofProcess(Consumer<String> note) {
    Interrupts interrupts = new Interrupts();
    for (String name : List.of("INT", "TERM", "HUP")) {
      interrupts.listen(name, note);
    }
    return interrupts;
  }

  /** Asks for a stop; the first asker is kept. */
  public boolean request(Stop wanted) {
    return stop.compareAndSet(Stop.NONE, wanted);
  }

  /** The stop that was asked for, if one was. */
  public Optional<Stop> requested() {
    Stop now = Objects.requireNonNull(stop.get());
    return now == Stop.NONE ? Optional.empty() : Optional.of(now);
  }

  @Override
  public void close() {
    undo.forEach(Runnable::run);
    undo.clear();
  }

  private void listen(String name, Consumer<String> note) {
    try {
      Signal signal = new Signal(name);
      int status = 128 + signal.getNumber();
      SignalHandler before =
          Signal.handle(
              signal,
              _ -> {
                if (request(new Stop(name, status))) {
                  note.accept("stopping after this step, with a checkpoint (again: at once)");
                } else {
                  Runtime.getRuntime().halt(status);
                }
              });
      undo.add(() -> Signal.handle(signal, before));
    } catch (IllegalArgumentException e) {
      // The platform has no such signal, or the JVM was started with -Xrs and keeps it to itself.
      note.accept("signal " + name + " cannot be caught here: it ends the run without checkpoint");
    }
  }
}
