package homeostat.kinds.brain.figures;

import homeostat.connectome.CellTypes;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.spiking.brain.SpikeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spikes of one trial: driven neurons, then those of the groups that spiked most. */
public final class BrainRaster {
  private static final int GROUPS = 7;
  private static final int ROWS = 40;

  private BrainRaster() {}

  /**
   * The figure.
   *
   * @param groups of every neuron
   * @param driven [neuron] whether it is driven
   * @param dt time step, ms
   * @param seconds of the trial
   */
  public static Figure of(
      String title,
      SpikeList spikes,
      CellTypes groups,
      boolean[] driven,
      double dt,
      double seconds) {
    int types = groups.names().size();
    // The driven are a group of their own, behind the others.
    int[] groupOf = groups.index().clone();
    for (int n = 0; n < groupOf.length; n++) {
      groupOf[n] = driven[n] ? types : groupOf[n];
    }
    int[] counts = new int[types + 1];
    for (int i = 0; i < spikes.size(); i++) {
      counts[groupOf[spikes.neuron(i)]]++;
    }
    List<Figure.Events> events = new ArrayList<>();
    if (counts[types] > 0) {
      events.add(events("driven", Figure.Ink.INPUT, spikes, groupOf, types, dt));
    }
    int[] most =
        IntStream.range(0, types)
            .filter(g -> counts[g] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer g) -> -counts[g]))
            .limit(GROUPS)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < most.length; k++) {
      events.add(
          events(groups.names().get(most[k]), Figure.Ink.cycle(k), spikes, groupOf, most[k], dt));
    }
    long fired = IntStream.range(0, types).filter(g -> counts[g] > 0).count();
    String rows =
        fired > GROUPS
            ? "neurons of the " + GROUPS + " most active of " + fired + " groups"
            : "neurons that fired";
    return new Figure.Raster(title, Axis.of("time (s)", 0, seconds), Axis.of(rows), events);
  }

  private static Figure.Events events(
      String name, Figure.Ink ink, SpikeList spikes, int[] groupOf, int group, double dt) {
    int[] neurons =
        Arrays.stream(spikes.neurons())
            .filter(n -> groupOf[n] == group)
            .distinct()
            .sorted()
            .limit(ROWS)
            .toArray();
    List<Integer> rows = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < spikes.size(); i++) {
      if (groupOf[spikes.neuron(i)] == group) {
        int row = Arrays.binarySearch(neurons, spikes.neuron(i));
        if (row >= 0) {
          rows.add(row);
          times.add(spikes.step(i) * dt / 1000);
        }
      }
    }
    return new Figure.Events(
        name,
        ink,
        neurons.length,
        rows.stream().mapToInt(Integer::intValue).toArray(),
        times.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
