package homeostat.lab.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a config record, read from its components. A mistake in the record itself (a default
 * that is no TOML, a type that is not allowed) is the programmer's: {@link
 * IllegalArgumentException}.
 */
public final class Schema {
  private final Class<? extends Record> type;
  private final List<Field> fields;

  Schema(Class<? extends Record> type, List<Field> fields) {
    this.type = type;
    this.fields = List.copyOf(fields);
  }

  /** Reads the schema of a record. */
  public static Schema of(Class<? extends Record> type) {
    return SchemaReader.read(type);
  }

  Class<? extends Record> type() {
    return type;
  }

  List<Field> fields() {
    return fields;
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The type of the value at a path, or of an element of it; empty if there is no such key. */
  Optional<Type> type(KeyPath path, int indices) {
    Type type = new Type.Nested(this);
    for (String name : path.names()) {
      switch (Type.plain(type)) {
        case Type.Nested nested -> {
          Optional<Field> field = nested.schema().field(name);
          if (field.isEmpty()) {
            return Optional.empty();
          }
          type = field.get().type();
        }
        case Type.Named named -> type = named.element();
        default -> {
          return Optional.empty();
        }
      }
    }
    for (int i = 0; i < indices; i++) {
      if (!(Type.plain(type) instanceof Type.Many many)) {
        return Optional.empty();
      }
      type = many.element();
    }
    return Optional.of(Type.plain(type));
  }

  /** Every key, sections before the keys in them, in the order of the components. */
  public List<SchemaKey> keys() {
    return keysUnder(KeyPath.ROOT);
  }

  /** Every key of this record where it stands as a section. */
  public List<SchemaKey> keysUnder(KeyPath section) {
    List<SchemaKey> keys = new ArrayList<>();
    collect(section, keys);
    return keys;
  }

  private void collect(KeyPath section, List<SchemaKey> keys) {
    for (Field field : fields) {
      KeyPath path = section.child(field.name());
      Optional<Schema> nested = nested(field.type());
      Key key = field.key();
      keys.add(
          new SchemaKey(
              path,
              form(field.type()),
              Type.brief(field.type()),
              key.unit(),
              Range.words(key),
              field.fallback().map(TomlText::write).orElse(""),
              field.required(),
              key.value(),
              Arrays.stream(key.also()).map(KeyPath::of).toList(),
              key.feeds(),
              key.inert()));
      if (nested.isPresent()) {
        boolean plain = form(field.type()) == SchemaKey.Form.SECTION;
        nested.get().collect(plain ? path : path.child(KeyPath.NAME), keys);
      }
    }
  }

  private static Optional<Schema> nested(Type type) {
    return switch (type) {
      case Type.Nested nested -> Optional.of(nested.schema());
      case Type.Named named -> nested(named.element());
      case Type.Many many -> nested(many.element());
      case Type.Maybe maybe -> nested(maybe.type());
      default -> Optional.empty();
    };
  }

  private static SchemaKey.Form form(Type type) {
    if (nested(type).isEmpty()) {
      return SchemaKey.Form.VALUE;
    }
    return switch (Type.plain(type)) {
      case Type.Named _ -> SchemaKey.Form.NAMED;
      case Type.Many _ -> SchemaKey.Form.LISTED;
      default -> SchemaKey.Form.SECTION;
    };
  }
}
