package homeostat.lab.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the schema of a config record by reflection. */
final class SchemaReader {
  private SchemaReader() {}

  static Schema read(Class<? extends Record> type) {
    return read(type, List.of());
  }

  private static Schema read(Class<? extends Record> type, List<Class<?>> around) {
    if (around.contains(type)) {
      throw new IllegalArgumentException(type.getName() + " contains itself");
    }
    List<Class<?>> deeper = new ArrayList<>(around);
    deeper.add(type);
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Field field = field(component, deeper);
      if (!names.add(field.name())) {
        throw wrong(component, "has a name that another component has: " + field.name());
      }
      fields.add(field);
    }
    return new Schema(type, fields);
  }

  private static Field field(RecordComponent component, List<Class<?>> around) {
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw wrong(component, "carries no @Key");
    }
    Type type = preset(component, key, type(component, component.getGenericType(), around));
    Optional<Node> fallback = Optional.empty();
    if (!key.or().isEmpty()) {
      fallback = TomlText.value(key.or(), new Origin.Default());
      if (fallback.isEmpty()) {
        throw wrong(component, "has a default that is no TOML value: " + key.or());
      }
    }
    String name = key.name().isEmpty() ? snake(component.getName()) : key.name();
    Field field = new Field(name, type, key, fallback);
    if (!key.inert().isEmpty() && field.required()) {
      throw wrong(component, "has no effect, so it needs a default or Optional");
    }
    return bindable(component, field);
  }

  /** A section with the defaults that its key gives it. */
  private static Type preset(RecordComponent component, Key key, Type type) {
    if (key.defaults().isEmpty()) {
      return type;
    }
    if (type instanceof Type.Nested nested
        && TomlText.value(key.defaults(), new Origin.Default()).orElse(null)
            instanceof Node.Section table) {
      return new Type.Nested(preset(component, nested.schema(), table));
    }
    throw wrong(component, "has defaults that are no table for a section: " + key.defaults());
  }

  private static Schema preset(RecordComponent component, Schema schema, Node.Section table) {
    for (String name : table.entries().keySet()) {
      if (schema.field(name).isEmpty()) {
        throw wrong(component, "has a default for a key that is not there: " + name);
      }
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      Optional<Node> given = table.find(KeyPath.ROOT.child(field.name()));
      if (given.isEmpty()) {
        fields.add(field);
      } else if (field.type() instanceof Type.Nested nested
          && given.get() instanceof Node.Section deeper) {
        Type inner = new Type.Nested(preset(component, nested.schema(), deeper));
        fields.add(new Field(field.name(), inner, field.key(), field.fallback()));
      } else {
        fields.add(bindable(component, new Field(field.name(), field.type(), field.key(), given)));
      }
    }
    return new Schema(schema.type(), fields);
  }

  private static Field bindable(RecordComponent component, Field field) {
    if (field.fallback().isPresent()) {
      Findings findings = new Findings("default");
      String path = KeyPath.of(field.name()).toString();
      new Values(findings).bind(field, field.type(), field.fallback().get(), path);
      if (!findings.clean()) {
        throw wrong(component, "has a wrong default: " + findings.lines());
      }
    }
    return field;
  }

  private static Type type(
      RecordComponent component, java.lang.reflect.Type declared, List<Class<?>> around) {
    if (declared instanceof ParameterizedType generic) {
      java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new Type.Many(type(component, arguments[0], around), Type.Container.LIST);
      }
      if (generic.getRawType() == Optional.class) {
        return new Type.Maybe(type(component, arguments[0], around));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new Type.Named(type(component, arguments[1], around));
      }
    }
    if (declared instanceof Class<?> plain) {
      if (plain.isRecord() && plain != TomlValue.class) {
        return new Type.Nested(read(plain.asSubclass(Record.class), around));
      }
      Optional<Type> simple = simple(plain);
      if (simple.isPresent()) {
        return simple.get();
      }
    }
    throw wrong(component, "has a type that a config cannot hold: " + declared.getTypeName());
  }

  private static Optional<Type> simple(Class<?> plain) {
    Type vector = new Type.Many(new Type.Real(), Type.Container.VECTOR);
    if (plain.isEnum()) {
      return Optional.of(new Type.Choice(plain));
    }
    return Optional.ofNullable(
        Map.ofEntries(
                Map.entry(boolean.class, new Type.Flag()),
                Map.entry(Boolean.class, new Type.Flag()),
                Map.entry(int.class, new Type.Whole(false)),
                Map.entry(Integer.class, new Type.Whole(false)),
                Map.entry(long.class, new Type.Whole(true)),
                Map.entry(Long.class, new Type.Whole(true)),
                Map.entry(double.class, new Type.Real()),
                Map.entry(Double.class, new Type.Real()),
                Map.entry(String.class, new Type.Text()),
                Map.entry(Path.class, new Type.FilePath()),
                Map.entry(TomlValue.class, new Type.Anything()),
                Map.entry(double[].class, vector),
                Map.entry(double[][].class, new Type.Many(vector, Type.Container.MATRIX)))
            .get(plain));
  }

  /** {@code checkpointEvery} to {@code checkpoint_every}. */
  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException wrong(RecordComponent component, String what) {
    return new IllegalArgumentException(
        component.getDeclaringRecord().getName() + "." + component.getName() + " " + what);
  }
}
