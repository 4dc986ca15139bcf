package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Exit;
import homeostat.cli.Group;
import homeostat.cli.Page;
import homeostat.cli.UserPath;
import homeostat.cli.Verb;
import homeostat.connectome.Connectome;
import homeostat.connectome.NetworkPlan;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.format.ConnectomeWriter;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.connectome.measure.Measures;
import homeostat.connectome.measure.TypeLinks;
import homeostat.lab.UserError;
import homeostat.lab.figure.render.FigureRenderer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code connectome ACTION}. */
public final class ConnectomeVerb implements Verb {
  private static final String OUT = "out";
  private static final String TYPES = "-types.csv";
  private static final List<String> ACTIONS =
      List.of("generate", "import", "inspect", "map", "null", "convert");
  private static final Page PAGE =
      new Page(
          "connectome",
          Group.WIRING,
          "generate|import|inspect|map|null|convert ... [key=value ...]",
          "generate wiring, look at it, map regions to neurons, draw null models",
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

              import FILE reads a matrix (.npy .npz .mtx .csv .tsv), an edge list, GraphML, tables of
              FlyWire or neuPrint, or regions (C_NAME.npy, macaque-like, fly-like), prints each decision
              with what it counted, and leaves a packed copy FILE.connectome, which is read instead as
              long as no file changes and the decisions are the same. What a file means, for all
              actions: orientation, layout=auto|matrix|edges|bio2art (lines of text), header=auto|
              present|absent, array=NAME (of NPZ). What of it is taken: self_loops=true, signed=true,
              types=chemical,... (of an edge list), minimum=0 and counted=after|before (summing),
              neurons=FILE annotations=FILE,... (tables of neurons), unknown=excite|drop|refuse
              (transmitters); for a part, into out=FILE: cell_type=A,B ids=FILE isolated=keep|drop
              component=all|largest. dropped=FILE.csv lists every row left out, with its reason.

              inspect FILE reads any of these or a network_structure.npz, and prints sizes, degrees,
              weights and their tails, balance of signs, components and densities by cell type.
              orientation=rows_are_senders (the default) or columns_are_senders says what a matrix
              means; out=NAME draws it into NAME.png, and writes all pairs of many types to
              NAME-types.csv.

              map FILE out=FILE makes neurons of the regions of any of these files (of C_NAME.npy with
              names in Names_NAME.lst or .txt, neuron densities in ND_NAME.npy beside it; or macaque-like,
              fly-like: generated).
              Settings: neurons=4 each, or counts=4,4,7,..., or density=ratio|rank|total with
              number=N and nan_policy=refuse|median|min|drop for unknown ones; target_sparsity,
              intrinsic_conn, target_sparsity_intrinsic, intrinsic_wei,
              partition=dirichlet|equal|stick_breaking, keep_diag, seed.

              null FILE model=NAME out=FILE [seed=1] draws a null model:

              """
              + NullDraw.list()
              + """

              swaps=10 is how often each connection is tried (degree_, reciprocity_ and
              geometry_preserving), bins=20 how many bins of length there are (geometry_preserving),
              probability=0.1 the share of the ring (that of lattice) that is rewired
              (watts_strogatz), modules=known
              (cell types or assemblies; found where there are none), found (by modularity) or FILE
              (the module of each node, one a line) the partition (modular).

              convert FILE out=FILE writes it in another format: .npz (SciPy's CSR, with all that is
              known of nodes), .connectome (packed, with its provenance), .csv (edge list) or .npy (matrix;
              C_NAME.npy with the names of the regions in Names_NAME.txt).

              Examples
                homeostat connectome generate erdos-renyi cells.neurons=500 out=network.npz
                homeostat connectome generate assemblies assemblies=8 inputs.count=50 out=network.npz
                homeostat connectome import connections.csv neurons=neurons.csv minimum=5
                homeostat connectome inspect network.npz out=wiring
                homeostat connectome map macaque-like neurons=10 out=cortex.npz
                homeostat connectome null cortex.npz model=degree_preserving seed=3 out=null.npz
              """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    return switch (given.word(0, PAGE)) {
      case "generate" -> generate(given, console);
      case "import" -> Import.run(given, PAGE, console);
      case "inspect" -> inspect(given, console);
      case "map" -> RegionMap.run(given, PAGE, console);
      case "null" -> NullDraw.run(given, PAGE, console);
      case "convert" -> convert(given, console);
      default -> throw given.unknownAction(PAGE, ACTIONS);
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
    given.allowing(Decisions.with(OUT));
    String out = given.settings().get(OUT);
    if (out != null) {
      for (String end : List.of(".png", ".npz", TYPES)) {
        WiringFile.notSource(out + end, UserPath.of(given.word(1, PAGE)));
      }
    }
    Connectome connectome = read(given);
    Measures measures = Measures.of(connectome);
    TypeLinks links = TypeLinks.of(connectome);
    String table =
        out == null ? "; out=NAME writes all to NAME-types.csv" : "; all are in " + out + TYPES;
    MeasuresText.of(connectome, measures, links, table).forEach(console::print);
    if (out != null) {
      FigureRenderer.draw(UserPath.of(out), WiringFigure.of(connectome, measures));
      console.print("figure  " + out + ".png");
      if (MeasuresText.isShortened(links)) {
        TypeTable.write(UserPath.of(out + TYPES), connectome.types().names(), links);
        console.print("types   " + out + TYPES);
      }
    }
    return Exit.DONE;
  }

  private static int convert(Arguments given, Console console) {
    given.allowing(Decisions.with(OUT));
    String out =
        WiringFile.writable(Optional.ofNullable(given.settings().get(OUT)), given.word(1, PAGE));
    Connectome connectome = read(given);
    WiringFile.write(out, connectome, console);
    console.print(WiringFile.told(out, connectome));
    connectome.provenance().decisions().forEach(decision -> console.print(decision.toString()));
    return Exit.DONE;
  }

  private static Connectome read(Arguments given) {
    return WiringFile.read(given.word(1, PAGE), Decisions.of(given), 1);
  }
}
