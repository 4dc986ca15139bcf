package homeostat.lab.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a value of a config into what a record's component holds, or says why it cannot. */
final class Values {
  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  /**
   * A value and what it came from.
   *
   * @param value as the record holds it
   * @param node the same with every default filled in, to be written
   */
  record Bound(Object value, Node node) {}

  /**
   * Binds a value; empty if it is wrong, which the findings then say.
   *
   * @param field whose unit and range hold, for every element too
   * @param path dotted, with indices
   */
  Optional<Bound> bind(Field field, Type type, Node node, String path) {
    return switch (type) {
      case Type.Flag _ -> scalar(node, Boolean.class, field, type, path);
      case Type.Whole whole -> whole(field, whole, node, path);
      case Type.Real _ -> real(field, type, node, path);
      case Type.Text _ -> text(field, type, node, path).map(t -> new Bound(t.value(), t));
      case Type.FilePath _ -> path(field, type, node, path);
      case Type.Anything _ -> Optional.of(new Bound(new TomlValue(TomlText.write(node)), node));
      case Type.Choice choice -> choice(field, choice, node, path);
      case Type.Many many -> many(field, many, node, path);
      case Type.Named named -> named(field, named, node, path);
      case Type.Nested nested ->
          node instanceof Node.Section section
              ? new Binder(findings).bind(nested.schema(), section, path)
              : mismatch(field, type, node, path);
      case Type.Maybe maybe ->
          bind(field, maybe.type(), node, path)
              .map(bound -> new Bound(Optional.of(bound.value()), bound.node()));
    };
  }

  private Optional<Bound> scalar(Node node, Class<?> wanted, Field field, Type type, String path) {
    if (node instanceof Node.Scalar scalar && wanted.isInstance(scalar.value())) {
      return Optional.of(new Bound(scalar.value(), node));
    }
    return mismatch(field, type, node, path);
  }

  private Optional<Bound> whole(Field field, Type.Whole type, Node node, String path) {
    if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof Long number)) {
      return mismatch(field, type, node, path);
    }
    if (!inRange(field, number.doubleValue(), node, path)) {
      return Optional.empty();
    }
    if (type.wide()) {
      return Optional.of(new Bound(number, node));
    }
    if (number.intValue() != number) {
      String limit = number > 0 ? "<= " + Integer.MAX_VALUE : ">= " + Integer.MIN_VALUE;
      return wrong(node, path, number + " is out of range: expected " + limit);
    }
    return Optional.of(new Bound(number.intValue(), node));
  }

  private Optional<Bound> real(Field field, Type type, Node node, String path) {
    if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof Number number)) {
      return mismatch(field, type, node, path);
    }
    double value = number.doubleValue();
    return inRange(field, value, node, path)
        ? Optional.of(new Bound(value, node))
        : Optional.empty();
  }

  private boolean inRange(Field field, double value, Node node, String path) {
    if (Range.holds(field.key(), value)) {
      return true;
    }
    String range = Range.words(field.key());
    String unit = field.key().unit().isEmpty() ? "" : " " + field.key().unit();
    String number = Double.isInfinite(value) ? "a finite number" : "a number";
    String expected =
        range.isEmpty()
            ? number + unit
            : (Double.isInfinite(value) ? number + ", " : "") + range + unit;
    wrong(node, path, TomlText.write(node) + " is out of range: expected " + expected);
    return false;
  }

  private Optional<Node.Scalar> text(Field field, Type type, Node node, String path) {
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
      return Optional.of(new Node.Scalar(scalar.value(), "", scalar.origin()));
    }
    // On a command line nobody quotes: name=42 is a text where a text is wanted.
    if (node instanceof Node.Scalar scalar && !scalar.raw().isEmpty()) {
      return Optional.of(new Node.Scalar(scalar.raw(), "", scalar.origin()));
    }
    mismatch(field, type, node, path);
    return Optional.empty();
  }

  private Optional<Bound> path(Field field, Type type, Node node, String path) {
    Optional<Node.Scalar> text = text(field, type, node, path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Bound(Path.of((String) text.get().value()), text.get()));
    } catch (InvalidPathException e) {
      return wrong(node, path, TomlText.write(text.get()) + " is no path: " + e.getReason());
    }
  }

  private Optional<Bound> choice(Field field, Type.Choice type, Node node, String path) {
    Optional<Node.Scalar> text = text(field, type, node, path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String given = (String) text.get().value();
    for (Object constant : type.type().getEnumConstants()) {
      if (Type.Choice.means(given, constant)) {
        return Optional.of(new Bound(constant, text.get()));
      }
    }
    Optional<String> near = Nearest.of(given.toLowerCase(Locale.ROOT), type.names());
    return wrong(
        node,
        path,
        TomlText.write(text.get())
            + " is not "
            + Type.words(type, "")
            + near.map(name -> "; did you mean \"" + name + "\"?").orElse(""));
  }

  private Optional<Bound> many(Field field, Type.Many type, Node node, String path) {
    if (!(node instanceof Node.Items items)) {
      return mismatch(field, type, node, path);
    }
    List<Object> values = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      bind(field, type.element(), items.items().get(i), path + "[" + i + "]")
          .ifPresent(bound -> {
            values.add(bound.value());
            nodes.add(bound.node());
          });
    }
    if (values.size() < items.items().size()) {
      return Optional.empty();
    }
    Object value =
        switch (type.container()) {
          case LIST -> List.copyOf(values);
          case VECTOR -> values.stream().mapToDouble(v -> (Double) v).toArray();
          case MATRIX -> values.stream().map(v -> (double[]) v).toArray(double[][]::new);
        };
    return Optional.of(new Bound(value, new Node.Items(nodes, node.origin())));
  }

  private Optional<Bound> named(Field field, Type.Named type, Node node, String path) {
    if (!(node instanceof Node.Section section)) {
      return mismatch(field, type, node, path);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Node> nodes = new LinkedHashMap<>();
    section
        .entries()
        .forEach((name, entry) ->
            bind(field, type.element(), entry, Binder.join(path, name))
                .ifPresent(bound -> {
                  values.put(name, bound.value());
                  nodes.put(name, bound.node());
                }));
    if (values.size() < section.entries().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Bound(Collections.unmodifiableMap(values), new Node.Section(nodes, section.origin())));
  }

  private Optional<Bound> mismatch(Field field, Type type, Node node, String path) {
    return wrong(
        node,
        path,
        "found "
            + found(node)
            + ", expected "
            + Type.words(type, field.key().unit())
            + TypeHint.of(type, field.key().unit(), node));
  }

  private Optional<Bound> wrong(Node node, String path, String message) {
    findings.add(Findings.Sort.OTHER, node.origin(), path, message);
    return Optional.empty();
  }

  private static String found(Node node) {
    return switch (node) {
      case Node.Items items -> items.items().isEmpty() ? "an empty list" : "a list";
      case Node.Section _ -> "a section";
      case Node.Scalar scalar ->
          switch (scalar.value()) {
            case String _ -> "the text " + TomlText.write(node);
            case Number _ -> "the number " + TomlText.write(node);
            case Boolean _ -> TomlText.write(node);
            default -> "the date or time " + TomlText.write(node);
          };
    };
  }
}
