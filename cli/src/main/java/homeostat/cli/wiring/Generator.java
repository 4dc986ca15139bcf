package homeostat.cli.wiring;

import homeostat.cli.Spelling;
import homeostat.lab.UserError;
import homeostat.lab.config.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A generator of {@code connectome generate}. */
enum Generator {
  ERDOS_RENYI(GeneratorSettings.ErdosRenyi.class, "each pair by the probability of its types"),
  CONFIGURATION(
      GeneratorSettings.Configuration.class, "exact numbers of connections, even degrees"),
  ASSEMBLIES(GeneratorSettings.Assemblies.class, "denser within assemblies than between them"),
  DENSE(GeneratorSettings.Dense.class, "every pair");

  private final Class<? extends Record> schema;
  private final String summary;

  Generator(Class<? extends Record> schema, String summary) {
    this.schema = schema;
    this.summary = summary;
  }

  /** Its name on the command line. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The generator of a name. */
  static Generator named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.text().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = Arrays.stream(values()).map(Generator::text).toList();
          return new UserError(
              "no generator is called '"
                  + name
                  + "'"
                  + Spelling.hint(name, names)
                  + " (there are: "
                  + String.join(", ", names)
                  + ")");
        });
  }

  /** One line a generator. */
  static String list() {
    StringBuilder lines = new StringBuilder();
    for (Generator one : values()) {
      lines.append(String.format("  %-14s %s%n", one.text(), one.summary));
    }
    return lines.toString();
  }

  /** Binds settings of a command line. */
  GeneratorSettings settings(Map<String, String> given) {
    List<String> arguments = new ArrayList<>();
    given.forEach((key, value) -> arguments.add(text() + "." + key + "=" + value));
    return (GeneratorSettings)
        Document.parse("command line", "").section(text(), schema, arguments);
  }
}
