package homeostat.lab.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the files that a config names, wherever in it they stand. */
final class InputPaths {
  private InputPaths() {}

  /** Every path in the record that is a file, once each, in the order of the schema. */
  static List<Path> in(Record config) {
    Set<Path> found = new LinkedHashSet<>();
    collect(config, found);
    return List.copyOf(found);
  }

  private static void collect(Object value, Set<Path> found) {
    switch (value) {
      case Path path when Files.isRegularFile(path) -> found.add(path);
      case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, found));
      case List<?> list -> list.forEach(inner -> collect(inner, found));
      case Map<?, ?> map -> map.values().forEach(inner -> collect(inner, found));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(read(component, record), found);
        }
      }
      default -> {
        // a number, a text or a path that is no file: whoever opens it says what is wrong with it
      }
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
