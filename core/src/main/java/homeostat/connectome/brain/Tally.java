package homeostat.connectome.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Synapses of each neuron by a name, such as a neuropil or a transmitter. */
final class Tally {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<long[]> counts = new ArrayList<>();

  void add(int neuron, String name, int count) {
    Integer number = numbers.get(name);
    if (number == null) {
      number = names.size();
      numbers.put(name, number);
      names.add(name);
      counts.add(new long[1024]);
    }
    long[] tally = counts.get(number);
    if (neuron >= tally.length) {
      tally = Arrays.copyOf(tally, Math.max(neuron + 1, 2 * tally.length));
      counts.set(number, tally);
    }
    tally[neuron] += count;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** The name with most synapses of a neuron, the first seen where equal. */
  String most(int neuron, String orElse) {
    String best = orElse;
    long most = 0;
    for (int k = 0; k < names.size(); k++) {
      long[] tally = counts.get(k);
      if (neuron < tally.length && tally[neuron] > most) {
        most = tally[neuron];
        best = names.get(k);
      }
    }
    return best;
  }
}
