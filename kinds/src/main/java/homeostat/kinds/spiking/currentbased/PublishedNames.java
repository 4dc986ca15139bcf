package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Problems;
import java.util.List;
import java.util.Map;

/** Tells mistakes of the mapped sections under the keys that the published file has. */
record PublishedNames(Problems problems) implements Problems {
  /** The first one that fits counts. */
  private static final List<Map.Entry<String, String>> PUBLISHED =
      List.of(
          Map.entry("recurrent.physiology", "physiology"),
          Map.entry("recurrent.synapses", "physiology"),
          Map.entry("recurrent", "connectome"),
          Map.entry("feedforward.synapses", "inputs.physiology"),
          Map.entry("feedforward", "inputs"),
          Map.entry("scaling_factors.recurrent", "optimisation.scaling_factors"),
          Map.entry("scaling_factors.feedforward", "optimisation.scaling_factors_FF"));

  @Override
  public void add(String key, String message) {
    problems.add(published(key), message);
  }

  @Override
  public void warn(String key, String message) {
    problems.warn(published(key), message);
  }

  @Override
  public void unused(String key, String why) {
    problems.unused(published(key), why);
  }

  private static String published(String key) {
    for (Map.Entry<String, String> name : PUBLISHED) {
      if (key.equals(name.getKey()) || key.startsWith(name.getKey() + ".")) {
        return name.getValue() + key.substring(name.getKey().length());
      }
    }
    return key;
  }
}
