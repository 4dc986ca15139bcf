package homeostat.kinds.spiking.legacy;

import homeostat.lab.UserError;
import homeostat.lab.config.Document;
import homeostat.lab.config.TomlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published {@code experiment.toml}: which script runs on which parameters, where its output
 * goes and what it reads. Paths are relative to the working folder, or else to the file's.
 *
 * @param file where it was read
 * @param document what it says
 */
record ExperimentFile(Path file, Document document) {
  private static final String PARAMETERS = "parameters_file";
  private static final String WIRING = "network_structure.npz";

  /** The file, if it is one of these and not a parameter file itself. */
  static Optional<ExperimentFile> of(Path file) {
    Document document = Document.read(file);
    return document.has(PARAMETERS) || document.has("script")
        ? Optional.of(new ExperimentFile(file, document))
        : Optional.empty();
  }

  /** The arguments of {@code homeostat} that do the same. */
  List<String> translated() {
    String script = Path.of(required("script")).getFileName().toString();
    if (!Scripts.known(script)) {
      throw new UserError(
          file
              + ": script: \""
              + script
              + "\" is not translated; of the scripts of this program there are "
              + String.join(", ", Scripts.names()));
    }
    List<String> arguments =
        new ArrayList<>(List.of("run", found(required(PARAMETERS)).toString()));
    text("output_dir")
        .ifPresent(output -> {
          Path folder = Path.of(output);
          arguments.add("run.name=" + folder.getFileName());
          Path parent = folder.getParent();
          arguments.add("run.dir=" + (parent == null ? "." : parent));
        });
    for (TomlValue input : inputs()) {
      Document one = Document.parse(file + " data.inputs", "input = " + input.text());
      String path =
          one.value("input.path")
              .map(TomlValue::plain)
              .orElseThrow(() -> new UserError(file + ": data.inputs: an input has no path"));
      arguments.addAll(wiring(found(path)));
      one.value("input.strategy")
          .filter(strategy -> strategy.plain().equals("copy"))
          .filter(_ -> !arguments.contains("run.inputs=copy"))
          .ifPresent(_ -> arguments.add("run.inputs=copy"));
    }
    return arguments;
  }

  private List<TomlValue> inputs() {
    return document.value("data.inputs").flatMap(TomlValue::elements).orElse(List.of());
  }

  private List<String> wiring(Path input) {
    Path npz = Files.isDirectory(input) ? input.resolve(WIRING) : input;
    if (!npz.endsWith(WIRING)) {
      throw new UserError(
          file
              + ": data.inputs: "
              + input
              + " is no "
              + WIRING
              + ", which is all that a stage reads");
    }
    return List.of("network.file=" + npz);
  }

  private String required(String key) {
    return text(key).orElseThrow(() -> new UserError(file + ": " + key + ": missing"));
  }

  private Optional<String> text(String key) {
    return document.value(key).map(TomlValue::plain);
  }

  private Path found(String path) {
    Path here = Path.of(path);
    Path beside = file.toAbsolutePath().resolveSibling(path).normalize();
    if (!Files.exists(here) && !Files.exists(beside)) {
      throw new UserError(
          file + ": no such file: " + path + ", neither in the working folder nor beside it");
    }
    return Files.exists(here) ? here : beside;
  }
}
