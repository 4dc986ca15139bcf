package homeostat.cli;

import homeostat.array.Npz;
import homeostat.connectome.Connectome;
import homeostat.connectome.ConnectomeReader;
import homeostat.connectome.ConnectomeWriter;
import homeostat.connectome.NetworkPlan;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.NetworkStructureFile;
import homeostat.connectome.Orientation;
import homeostat.connectome.ReadOptions;
import homeostat.lab.UserError;
import homeostat.lab.figure.FigureRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code connectome generate|inspect}. */
final class ConnectomeVerb implements Verb {
  private static final String OUT = "out";
  private static final String ORIENTATION = "orientation";
  private static final String STRUCTURE_KEY = "feedforward_weights";
  private static final Page PAGE =
      new Page(
          "connectome",
          Group.WIRING,
          "generate GENERATOR key=value ... out=FILE | inspect FILE [key=value ...]",
          "generate wiring, or look at a file of it",
          Set.of(),
          2,
          """
          generate draws a synthetic network and writes it: FILE.npz as network_structure.npz (weights,
          inputs, cell types, assemblies), FILE.csv as an edge list pre,post,weight. The same settings
          and seed give the same file, byte for byte. Generators:

          """
              + Generator.list()
              + """

              Settings: seed, cells.neurons, cells.types, cells.proportions, weights.mean,
              weights.deviation, inputs.count, inputs.probability; of the first two probability, of
              assemblies also assemblies, within, between. Tables are [source type][target type].

              inspect reads a matrix (.npy .npz .mtx .csv .tsv), an edge list or a network_structure.npz,
              and prints sizes, degrees, weights, components and densities by cell type. orientation=
              rows_are_senders (the default) or columns_are_senders says what a matrix means; out=NAME
              draws the weights into NAME.png.

              Examples
                homeostat connectome generate erdos-renyi cells.neurons=500 out=network.npz
                homeostat connectome generate assemblies assemblies=8 inputs.count=50 out=network.npz
                homeostat connectome inspect network.npz out=wiring
              """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    String what = given.word(0, PAGE);
    return switch (what) {
      case "generate" -> generate(given, console);
      case "inspect" -> inspect(given, console);
      default ->
          throw new UserError(
              "connectome does not know '"
                  + what
                  + "'"
                  + Spelling.hint(what, List.of("generate", "inspect"))
                  + " (there are: generate, inspect)");
    };
  }

  private static int generate(Arguments given, Console console) {
    Generator generator = Generator.named(given.word(1, PAGE));
    Map<String, String> settings = new LinkedHashMap<>(given.settings());
    String out = settings.remove(OUT);
    if (out == null || !(out.endsWith(".npz") || out.endsWith(".csv"))) {
      throw new UserError("out= must name the file to write, FILE.npz or FILE.csv");
    }
    Path file = UserPath.of(out);
    NetworkStructure network = network(generator.settings(settings), out.endsWith(".npz"));
    if (out.endsWith(".csv")) {
      ConnectomeWriter.edgeList(file, network.recurrent());
    } else {
      NetworkStructureFile.write(file, network);
    }
    console.print(
        out
            + ": "
            + network.neurons()
            + " neurons, "
            + network.recurrent().weights().entries()
            + " connections, "
            + network.inputs()
            + " inputs");
    return Exit.DONE;
  }

  private static NetworkStructure network(GeneratorSettings settings, boolean matrices) {
    try {
      NetworkPlan plan = settings.plan();
      NetworkSize.of(plan, matrices).check(Runtime.getRuntime().maxMemory());
      return plan.generate(settings.seed());
    } catch (IllegalArgumentException e) {
      throw new UserError("command line: " + e.getMessage());
    }
  }

  private static int inspect(Arguments given, Console console) {
    given.allowing(Set.of(ORIENTATION, OUT));
    Path file = UserPath.of(given.word(1, PAGE));
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": no such file");
    }
    Connectome connectome = read(file, Optional.ofNullable(given.settings().get(ORIENTATION)));
    MeasuresText.of(connectome).forEach(console::print);
    String out = given.settings().get(OUT);
    if (out != null) {
      FigureRenderer.draw(UserPath.of(out), WiringFigure.of(connectome));
      console.print("figure  " + out + ".png");
    }
    return Exit.DONE;
  }

  private static Connectome read(Path file, Optional<String> orientation) {
    boolean structure = file.toString().endsWith(".npz") && Npz.names(file).contains(STRUCTURE_KEY);
    if (structure && orientation.isPresent()) {
      throw new UserError(
          file + ": rows are senders in a network_structure.npz; leave orientation out");
    }
    return structure
        ? NetworkStructureFile.read(file, true).recurrent()
        : ConnectomeReader.read(
            file,
            orientation
                .map(ConnectomeVerb::orientation)
                .map(ReadOptions.defaults()::with)
                .orElse(ReadOptions.defaults()));
  }

  private static Orientation orientation(String text) {
    for (Orientation one : Orientation.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text.replace('-', '_'))) {
        return one;
      }
    }
    throw new UserError(
        "orientation=" + text + ": must be rows_are_senders or columns_are_senders");
  }
}
