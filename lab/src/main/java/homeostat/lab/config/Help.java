package homeostat.lab.config;

import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import java.util.ArrayList;
import java.util.List;

/** The page of {@code homeostat help KIND}: every key with type, unit, range and default. */
public final class Help {
  private static final int WIDTH = 100;
  private static final int INDENT = 6;

  private final StringBuilder page = new StringBuilder();

  private Help() {}

  /** The page of a kind, at most 100 columns wide. */
  public static String of(Kind<?> kind) {
    Help help = new Help();
    help.wrap(kind.name() + ": " + kind.summary(), 0, 2);
    help.header("[run]", "What every kind shares.");
    help.keys(Schema.of(RunSettings.class).keysUnder(KeyPath.of("run")), KeyPath.of("run"));
    List<SchemaKey> keys = Kinds.schema(kind).keys();
    help.keys(keys, KeyPath.ROOT);
    for (SchemaKey key : keys) {
      KeyPath inside = key.path().child(KeyPath.NAME);
      switch (key.form()) {
        case VALUE -> {}
        case SECTION -> help.section("[" + key.path() + "]", key, keys, key.path());
        case NAMED -> help.section("[" + inside + "]", key, keys, inside);
        case LISTED -> help.section("[[" + key.path() + "]]", key, keys, inside);
      }
    }
    return help.page.toString();
  }

  private void section(String header, SchemaKey key, List<SchemaKey> keys, KeyPath inside) {
    header(header, key.inert().isEmpty() ? key.sentence() : key.sentence() + " " + inert(key));
    keys(keys, inside);
  }

  private void header(String header, String sentence) {
    page.append('\n').append(header).append('\n');
    wrap(sentence, 2, 2);
  }

  private void keys(List<SchemaKey> keys, KeyPath section) {
    List<SchemaKey> here =
        keys.stream()
            .filter(key -> key.form() == SchemaKey.Form.VALUE)
            .filter(key -> key.path().parent().equals(section))
            .toList();
    int name = here.stream().mapToInt(k -> k.path().last().length()).max().orElse(0);
    int type = here.stream().mapToInt(k -> values(k).length()).filter(n -> n <= 44).max().orElse(0);
    if (section.names().isEmpty() && !here.isEmpty()) {
      page.append('\n');
    }
    for (SchemaKey key : here) {
      String start = "  " + pad(key.path().last(), name) + "  " + pad(values(key), type);
      wrap(start + "  " + fallback(key), 0, INDENT);
      List<String> sentences = new ArrayList<>(List.of(key.sentence()));
      if (!key.also().isEmpty()) {
        List<String> also = key.also().stream().map(KeyPath::toString).toList();
        sentences.add("Also " + String.join(", ", also) + ".");
      }
      if (!key.feeds().isEmpty()) {
        sentences.add("Sets run." + key.feeds() + ".");
      }
      if (!key.inert().isEmpty()) {
        sentences.add(inert(key));
      }
      wrap(String.join(" ", sentences), INDENT, INDENT);
    }
  }

  private static String inert(SchemaKey key) {
    return "Accepted, no effect: " + key.inert() + ".";
  }

  private static String values(SchemaKey key) {
    List<String> parts = new ArrayList<>(List.of(key.type()));
    if (!key.range().isEmpty()) {
      parts.add(key.range());
    }
    if (!key.unit().isEmpty()) {
      parts.add(key.unit());
    }
    return String.join(" ", parts);
  }

  private static String fallback(SchemaKey key) {
    if (key.required()) {
      return "required";
    }
    return key.fallback().isEmpty() ? "optional" : "default " + key.fallback();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Breaks at single spaces only where a line would be too long. */
  private void wrap(String text, int first, int rest) {
    String line = " ".repeat(first) + text;
    while (line.length() > WIDTH) {
      int space = line.lastIndexOf(' ', WIDTH);
      if (space <= rest) {
        break;
      }
      page.append(line.substring(0, space).stripTrailing()).append('\n');
      line = " ".repeat(rest) + line.substring(space + 1).stripLeading();
    }
    page.append(line.stripTrailing()).append('\n');
  }
}
