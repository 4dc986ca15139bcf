package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.cli.Spelling;
import homeostat.cli.UserPath;
import homeostat.connectome.CellTypes;
import homeostat.connectome.nulls.DegreePreserving;
import homeostat.connectome.nulls.GeometryPreserving;
import homeostat.connectome.nulls.Modular;
import homeostat.connectome.nulls.Modules;
import homeostat.connectome.nulls.NullModel;
import homeostat.connectome.nulls.ReciprocityPreserving;
import homeostat.connectome.nulls.WattsStrogatz;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The null model that a command line asks for, with its settings. */
final class NullOptions {
  private static final int MOST_BINS = 100_000;
  private static final double LEAST_SWAPS = 1e-3;

  private NullOptions() {}

  static NullModel model(Arguments given) {
    NullModel usual = named(Optional.ofNullable(given.settings().get("model")));
    return switch (usual) {
      case DegreePreserving model -> {
        only(given, model, "swaps");
        yield new DegreePreserving(swaps(given));
      }
      case ReciprocityPreserving model -> {
        only(given, model, "swaps");
        yield new ReciprocityPreserving(swaps(given));
      }
      case GeometryPreserving model -> {
        only(given, model, "bins", "swaps");
        long bins = Numbers.whole(given, "bins", GeometryPreserving.USUAL_BINS, 1, MOST_BINS);
        yield new GeometryPreserving((int) bins, swaps(given));
      }
      case WattsStrogatz model -> {
        only(given, model, "probability");
        yield new WattsStrogatz(probability(given));
      }
      case Modular model -> {
        only(given, model, "modules");
        yield new Modular(modules(given.settings().getOrDefault("modules", "known")));
      }
      default -> {
        only(given, usual);
        yield usual;
      }
    };
  }

  private static NullModel named(Optional<String> name) {
    List<String> names = NullModel.all().stream().map(NullModel::name).toList();
    String text =
        name.orElseThrow(
                () -> new UserError("model= is missing; there are: " + String.join(", ", names)))
            .replace('-', '_');
    if (!names.contains(text)) {
      throw new UserError(
          "model="
              + name.get()
              + ": there is no such null model"
              + Spelling.hint(text, names)
              + " (there are: "
              + String.join(", ", names)
              + ")");
    }
    return NullModel.named(text);
  }

  /** Refuses settings that other models read. */
  private static void only(Arguments given, NullModel model, String... read) {
    Map<String, String> readers =
        Map.of(
            "swaps", "degree_preserving, reciprocity_preserving and geometry_preserving read it",
            "bins", "geometry_preserving reads it",
            "probability", "watts_strogatz reads it",
            "modules", "modular reads it");
    for (String key : List.of("swaps", "bins", "probability", "modules")) {
      if (given.settings().containsKey(key) && !List.of(read).contains(key)) {
        throw new UserError(
            key + "= has no effect on model=" + model.name() + "; only " + readers.get(key));
      }
    }
  }

  private static double swaps(Arguments given) {
    return Numbers.decimal(given, "swaps", DegreePreserving.USUAL_SWAPS, LEAST_SWAPS);
  }

  private static double probability(Arguments given) {
    double probability = Numbers.decimal(given, "probability", WattsStrogatz.USUAL_PROBABILITY, 0);
    if (probability > 1) {
      throw new UserError(
          "probability=" + given.settings().get("probability") + ": must be 0 to 1");
    }
    return probability;
  }

  private static Modules modules(String text) {
    return switch (text) {
      case "known" -> new Modules.Known();
      case "found" -> new Modules.Found();
      default -> listed(text);
    };
  }

  /** The module of each node, one a line, in the order of the nodes. */
  private static Modules listed(String text) {
    Path file = UserPath.of(text);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "modules="
              + text
              + ": must be known, found, or a file with the module of each node, one a line");
    }
    try {
      List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
      int empty = lines.indexOf("");
      if (empty >= 0) {
        throw new UserError(file + ", line " + (empty + 1) + ": is empty; name a module");
      }
      return new Modules.Given(CellTypes.of(lines.toArray(String[]::new)).index(), text);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read as text: " + e.getMessage());
    }
  }
}
