package homeostat.kinds.memory.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import homeostat.array.AtomicFile;
import homeostat.array.CsvTable;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.kinds.memory.PublishedNames;
import homeostat.kinds.memory.curves.CurveFigures;
import homeostat.kinds.memory.curves.ResultsFolder;
import homeostat.lab.SweepCollector;
import homeostat.lab.figure.Drawing;
import homeostat.lab.figure.render.FigureRenderer;
import homeostat.lab.sweep.SweepFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Leaves what the published program leaves, below {@code published/} of a sweep: {@code
 * folder_index.txt}, and for each combination its number with {@code train_loss_all.npy} and {@code
 * validate_loss_all.npy} [iteration][epoch], for tasks with classes {@code train_metrics_all.npy}
 * and {@code validate_metrics_all.npy} in percent, {@code model_state_dict_epoch_E_iter_K.npz} and
 * {@code topology_iter_K.npz}. Numbers are those of the grid that was asked for: what did not
 * finish leaves a gap.
 */
public final class PublishedFolder implements SweepCollector {
  private static final Pattern WEIGHTS = Pattern.compile("epoch_(\\d+)\\.npz");
  private static final Map<String, String> COLUMNS =
      Map.of(
          "train_loss", "train_loss_all.npy",
          "validate_loss", "validate_loss_all.npy",
          "train_accuracy", "train_metrics_all.npy",
          "validate_accuracy", "validate_metrics_all.npy");

  @Override
  public String kind() {
    return "working-memory";
  }

  @Override
  public List<String> collect(Path sweep, List<String> repeats, List<Finished> cells) {
    Map<Map<String, String>, Path> finished = new LinkedHashMap<>();
    cells.forEach(cell -> finished.put(cell.axes(), cell.folder()));
    List<Map<String, String>> asked = SweepFile.places(sweep);
    Map<Map<String, String>, List<Map<String, String>>> combinations = new LinkedHashMap<>();
    for (Map<String, String> place : asked.isEmpty() ? finished.keySet() : asked) {
      Map<String, String> values = new LinkedHashMap<>(place);
      values.keySet().removeAll(repeats);
      combinations.computeIfAbsent(values, _ -> new ArrayList<>()).add(place);
    }
    Path folder = sweep.resolve("published");
    StringBuilder index = new StringBuilder();
    List<String> told = new ArrayList<>();
    int number = 0;
    try {
      for (Map.Entry<Map<String, String>, List<Map<String, String>>> one :
          combinations.entrySet()) {
        SortedMap<Integer, Path> iterations = new TreeMap<>();
        for (int k = 0; k < one.getValue().size(); k++) {
          Path run = finished.get(one.getValue().get(k));
          if (run == null) {
            told.add("combination " + number + ": iteration " + k + " did not finish, left out");
          } else {
            iterations.put(k, run);
          }
        }
        if (!iterations.isEmpty()) {
          Files.createDirectories(folder.resolve(Integer.toString(number)));
          write(folder.resolve(Integer.toString(number)), iterations);
          index.append(number).append(' ').append(tuple(one.getKey())).append('\n');
        }
        number++;
      }
      Files.createDirectories(folder);
      AtomicFile.write(folder.resolve("folder_index.txt"), index.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!index.isEmpty()) {
      ResultsFolder results = ResultsFolder.read(folder, "all");
      for (Drawing drawing : new CurveFigures(List.of(results), "loss").drawings()) {
        FigureRenderer.draw(
            folder.resolve("figures").resolve(drawing.name()), drawing.figure().get());
      }
    }
    told.add("published layout, with figures, in " + folder);
    return told;
  }

  private static String tuple(Map<String, String> place) {
    List<JsonNode> values = new ArrayList<>();
    place.values().forEach(text -> values.add(value(text)));
    return PythonLiteral.tuple(values);
  }

  /** As Python had it: a number if it is one, and the optimiser by its published name. */
  private static JsonNode value(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    try {
      return text.matches("[+-]?\\d+")
          ? nodes.numberNode(Long.parseLong(text))
          : nodes.numberNode(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return nodes.textNode(
          switch (text) {
            case "adam" -> "Adam";
            case "rmsprop" -> "RMSprop";
            case "sgd" -> "SGD";
            default -> text;
          });
    }
  }

  private static void write(Path folder, SortedMap<Integer, Path> iterations) throws IOException {
    Map<String, List<double[]>> curves = new LinkedHashMap<>();
    for (Map.Entry<Integer, Path> iteration : iterations.entrySet()) {
      Path run = iteration.getValue();
      columns(run.resolve("training_metrics.csv"))
          .forEach(
              (name, curve) -> curves.computeIfAbsent(name, _ -> new ArrayList<>()).add(curve));
      weights(run.resolve("weights"), folder, iteration.getKey());
    }
    curves.forEach((name, all) -> {
      int epochs = all.getFirst().length;
      double[] table = new double[all.size() * epochs];
      for (int k = 0; k < all.size(); k++) {
        System.arraycopy(all.get(k), 0, table, k * epochs, epochs);
      }
      String file = COLUMNS.getOrDefault(name, name);
      Npy.write(folder.resolve(file), new NdArray.F8(table, all.size(), epochs));
    });
  }

  private static Map<String, double[]> columns(Path csv) {
    Map<String, List<Double>> found = new LinkedHashMap<>();
    try (CsvTable table = CsvTable.open(csv)) {
      while (table.next()) {
        for (String name : COLUMNS.keySet()) {
          if (table.has(name)) {
            found
                .computeIfAbsent(name, _ -> new ArrayList<>())
                .add(table.number(table.column(name)));
          }
        }
      }
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    found.forEach((name, values) ->
        columns.put(name, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return columns;
  }

  /** The same file under another name: a grid has thousands, of megabytes together. */
  private static void link(Path file, Path name) throws IOException {
    Files.deleteIfExists(name);
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, name); // a file system without links
    }
  }

  private static void weights(Path from, Path to, int iteration) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Matcher name = WEIGHTS.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          int epoch = Integer.parseInt(name.group(1));
          link(file, to.resolve(PublishedNames.weights(epoch, iteration)));
        } else if (file.endsWith(PublishedNames.WIRING)) {
          link(file, to.resolve(PublishedNames.wiring(Integer.toString(iteration))));
        }
      }
    }
  }
}
