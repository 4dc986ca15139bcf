package homeostat.spiking.brain;

/** Input from outside. Holds no state: what it gives depends on the steps asked for alone. */
@FunctionalInterface
public interface Drive {

  /** Adds the events of the steps {@code [from, to)}, in any order. */
  void add(int from, int to, DriveEvents events);

  /** No input. */
  static Drive none() {
    return (from, to, events) -> {};
  }

  /** The events of {@code [from, to)}, in the order of their steps. */
  default DriveEvents events(int from, int to) {
    DriveEvents events = new DriveEvents();
    add(from, to, events);
    events.sort(from, to);
    return events;
  }
}
