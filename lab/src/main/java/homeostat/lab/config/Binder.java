package homeostat.lab.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds sections to config records. Never throws for what a user wrote: mistakes go to the
 * findings, all of them.
 */
final class Binder {
  private final Findings findings;
  private final Values values;

  Binder(Findings findings) {
    this.findings = findings;
    this.values = new Values(findings);
  }

  /**
   * Binds a section.
   *
   * @param path of the section, dotted; empty for the whole file
   * @return the record, and the section with every default filled in; empty if anything is wrong
   */
  Optional<Values.Bound> bind(Schema schema, Node.Section section, String path) {
    List<Field> fields = schema.fields();
    Object[] arguments = new Object[fields.size()];
    Map<String, Node> nodes = new LinkedHashMap<>();
    boolean whole = true;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Optional<Values.Bound> bound = field(field, section, join(path, field.name()));
      if (bound.isEmpty()) {
        whole = false;
        continue;
      }
      arguments[i] = bound.get().value();
      if (!(bound.get().value() instanceof Optional<?> maybe && maybe.isEmpty())) {
        nodes.put(field.name(), bound.get().node());
      }
    }
    section
        .entries()
        .forEach((name, node) -> {
          if (schema.field(name).isEmpty()) {
            findings.unknown(node, join(path, name));
          }
        });
    return whole
        ? make(schema, arguments, section, path)
            .map(record -> new Values.Bound(record, new Node.Section(nodes, section.origin())))
        : Optional.empty();
  }

  private Optional<Values.Bound> field(Field field, Node.Section section, String path) {
    Optional<Node> given = section.find(KeyPath.ROOT.child(field.name()));
    if (given.isPresent()) {
      if (!field.key().inert().isEmpty()) {
        findings.inert(path, field.key().inert());
      }
      return values.bind(field, field.type(), given.get(), path);
    }
    if (field.fallback().isPresent()) {
      return values.bind(field, field.type(), field.fallback().get(), path);
    }
    return switch (field.type()) {
      case Type.Maybe _ -> Optional.of(new Values.Bound(Optional.empty(), Node.Section.empty()));
      case Type.Nested nested -> bind(nested.schema(), Node.Section.empty(), path);
      default -> {
        findings.add(
            Findings.Sort.MISSING,
            section.origin(),
            path,
            "missing: expected " + field.words() + ". " + field.key().value());
        yield Optional.empty();
      }
    };
  }

  private Optional<Object> make(
      Schema schema, Object[] arguments, Node.Section section, String path) {
    Class<?>[] types =
        Arrays.stream(schema.type().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = schema.type().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        findings.add(
            Findings.Sort.OTHER, section.origin(), path, String.valueOf(wrong.getMessage()));
        return Optional.empty();
      }
      throw new IllegalStateException(schema.type() + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(schema.type() + " cannot be made", e);
    }
  }

  /** A longer dotted path; the path may end in indices. */
  static String join(String path, String name) {
    String bare = KeyPath.ROOT.child(name).toString();
    return path.isEmpty() ? bare : path + "." + bare;
  }
}
