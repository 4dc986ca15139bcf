package homeostat.kinds.brain;

import homeostat.array.CsvTable;
import homeostat.lab.UserError;
import homeostat.spiking.brain.ListedDrive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Input events from a table with a header: "step" (counted from 0) or "s" (seconds, taken to the
 * nearest step), {@code id} (or {@code name}) of the neuron, and {@code synapses}, what the event
 * is worth; rows in any order.
 *
 * @param sets the neurons
 * @param dt time step, ms
 * @param steps of a trial
 * @param perSynapse what one synapse's worth adds to the potential, mV
 */
record EventTable(NeuronSets sets, double dt, int steps, double perSynapse) {

  private record Event(int step, int neuron, double synapses) {}

  /**
   * Reads a table.
   *
   * @param synapses what an event is worth where the table does not say
   */
  ListedDrive read(Path file, double synapses) {
    List<Event> events = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file)) {
      if (table.has("step") && table.has("s")) {
        throw table.fault(table.column("s"), "there is a column 'step' as well; keep one of both");
      }
      int time = table.has("step") ? table.column("step") : table.column("s", "step");
      boolean seconds = !table.has("step");
      int id = table.column("id", "name");
      int worth = table.has("synapses") ? table.column("synapses") : -1;
      while (table.next()) {
        double value = worth < 0 || table.isEmpty(worth) ? synapses : table.number(worth);
        if (!Double.isFinite(value)) {
          throw table.fault(worth, "'" + table.text(worth) + "' synapses; a finite number is due");
        }
        events.add(new Event(step(table, time, seconds), neuron(table, id), value));
      }
    }
    if (events.isEmpty()) {
      throw new UserError(file + ": has no event");
    }
    events.sort(Comparator.comparingInt(Event::step));
    return new ListedDrive(
        events.stream().mapToInt(Event::step).toArray(),
        events.stream().mapToInt(Event::neuron).toArray(),
        events.stream().mapToDouble(event -> event.synapses * perSynapse).toArray());
  }

  private int step(CsvTable table, int column, boolean seconds) {
    double step =
        seconds ? Math.rint(table.number(column) * 1000 / dt) : (double) table.longAt(column);
    if (!(step >= 0 && step < steps)) {
      throw table.fault(
          column,
          "'"
              + table.text(column)
              + "' is outside of a trial of "
              + steps
              + " steps ("
              + steps * dt / 1000
              + " s); raise simulation.duration, or take the row out");
    }
    return (int) step;
  }

  private int neuron(CsvTable table, int column) {
    return sets.neuron(table.text(column))
        .orElseThrow(
            () -> table.fault(column, "no neuron of this brain is '" + table.text(column) + "'"));
  }
}
