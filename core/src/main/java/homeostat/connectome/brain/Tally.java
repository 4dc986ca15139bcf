package homeostat.connectome.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Synapses of each neuron by a name, such as a neuropil or a transmitter. */
final class Tally {
  private final boolean folded;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<long[]> counts = new ArrayList<>();

  /** Of names whose case matters, or not: then all are in lower case. */
  Tally(boolean folded) {
    this.folded = folded;
  }

  /** The number of a name, a new one if it has none yet. */
  int number(String given) {
    String name = folded ? given.toLowerCase(Locale.ROOT) : given;
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    counts.add(new long[1024]);
    return names.size() - 1;
  }

  void add(int neuron, int number, int count) {
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
