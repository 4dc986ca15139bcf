package homeostat.kinds.spiking;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers of a file, and which of them somebody asked for. */
final class AskedNumbers extends AbstractMap<String, Double> {
  private final Map<String, Double> numbers;
  private final Set<Object> asked = new HashSet<>();

  AskedNumbers(Map<String, Double> numbers) {
    this.numbers = numbers;
  }

  @Override
  public @Nullable Double get(@Nullable Object key) {
    if (key != null) {
      asked.add(key);
    }
    return numbers.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return numbers.containsKey(key);
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    return numbers.entrySet();
  }

  /** True if the file has a number that nobody asked for. */
  boolean ignored(String key) {
    return numbers.containsKey(key) && !asked.contains(key);
  }
}
