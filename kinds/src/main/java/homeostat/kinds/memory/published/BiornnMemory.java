package homeostat.kinds.memory.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import homeostat.array.Npy;
import homeostat.kinds.memory.PublishedNames;
import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code biornnmemory.py [config.ini]}: a grid of working-memory networks, as a sweep. */
public final class BiornnMemory implements LegacyScript {
  /** Epochs between the published files of weights. */
  private static final int WEIGHTS_INTERVAL = 10;

  /** What a command line takes for one text. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][A-Za-z0-9_./{}=|;-]*");

  private static final Map<String, String> TASK_KEYS =
      Map.of(
          "task_name", "task.name",
          "nr_of_trials", "task.nr_of_trials",
          "train_size", "task.train_size",
          "trial_length", "task.trial_length",
          "rescale", "task.rescale");

  private static final Map<String, String> COMBO_KEYS =
      Map.of(
          "lr", "training.lr",
          "nonlinearity", "network.nonlinearity",
          "optimizer", "training.optimizer",
          "pattern_length", "task.pattern_length",
          "n_back", "task.n_back");

  @Override
  public String script() {
    return "biornnmemory.py";
  }

  @Override
  public String summary() {
    return "config.ini: working-memory networks on connectomes, a sweep of working-memory";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    List<String> files = arguments.stream().filter(word -> !word.contains("=")).toList();
    if (files.size() > 1) {
      throw new UserError(
          "biornnmemory.py takes one file, config.ini, or none; what it cannot say comes behind as"
              + " key=value, for example task.file=bank.npz");
    }
    Path file = Path.of(files.isEmpty() ? "./config.ini" : files.getFirst());
    PublishedConfig config = PublishedConfig.parse(read(file), file.toString());
    List<String> words = new ArrayList<>(List.of("sweep", "working-memory", "keep=true"));
    wiring(config, words, file);
    training(config, words);
    ObjectNode trials = dictionary(config, "trialparams", "trial_params", file);
    trials
        .properties()
        .forEach(e ->
            words.add(
                known(TASK_KEYS, e.getKey(), "trial_params", file) + "=" + text(e.getValue())));
    ObjectNode grid = dictionary(config, "combosparams", "combos_params", file);
    for (Map.Entry<String, JsonNode> entry : grid.properties()) {
      String key = known(COMBO_KEYS, entry.getKey(), "combos_params", file);
      List<String> values = new ArrayList<>();
      entry.getValue().forEach(value -> values.add(text(value)));
      if (values.isEmpty()) {
        throw new UserError(
            file + ": combos_params: " + entry.getKey() + " needs a list of values");
      }
      words.add(key + "=[" + String.join(", ", values) + "]");
    }
    pretrained(config, grid, words);
    int iterations = config.section("trainvalidate").path("iterations").asInt(1);
    words.add(iterations == 1 ? "seed=[1]" : "seed=1.." + iterations);
    arguments.stream().filter(word -> word.contains("=")).forEach(words::add);
    return words;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserError(
          file + ": cannot be read; name the experiment's config.ini, or go to its folder");
    }
  }

  private static void wiring(PublishedConfig config, List<String> words, Path file) {
    ObjectNode net = config.section("net");
    ObjectNode paths = config.section("paths");
    if (!net.has("net_name")) {
      throw new UserError(file + ": [net] net_name is missing: the connectome's name");
    }
    String folder = paths.path("path_to_network").asText("");
    checkSize(net, folder, file);
    // a network that was trained before brings its wiring
    if (paths.path("pretrained").asText("").isEmpty()) {
      words.add("wiring.connectome=" + plain(net.get("net_name").asText()));
      words.add("wiring.folder=" + plain(folder));
      words.add("wiring.neurons=" + net.path("nr_neurons").asInt(4));
      words.add(
          "wiring.partition="
              + (net.path("rand_partition").asBoolean(false) ? "stick_breaking" : "equal"));
      words.add("wiring.template_orientation=as_is");
      words.add("wiring.mapping_seed=1");
      if (net.path("random_w").asBoolean(false)) {
        words.add("wiring.null_model=weight_shuffle_all");
      }
      boolean remap = config.section("trainvalidate").path("remap_w").asBoolean(true);
      words.add("network.remap_w=" + (remap ? "signed" : "none"));
    }
    if (!paths.path("path_to_results").asText("").isEmpty()) {
      words.add("run.dir=" + plain(paths.get("path_to_results").asText()));
    }
  }

  /** A text as one value of a sweep, in quotes where commas and the like would divide it. */
  private static String plain(String text) {
    return text.isEmpty() || PLAIN.matcher(text).matches()
        ? text
        : TextNode.valueOf(text).toString();
  }

  /** Each combination begins with the weights of the same combination of the earlier grid. */
  private static void pretrained(PublishedConfig config, ObjectNode grid, List<String> words) {
    String folder = config.section("paths").path("pretrained").asText("");
    if (folder.isEmpty()) {
      return;
    }
    List<String> axes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : grid.properties()) {
      List<String> values = new ArrayList<>();
      entry.getValue().forEach(value -> values.add(text(value).replace("\"", "")));
      axes.add(entry.getKey() + "=" + String.join("|", values));
    }
    ObjectNode from = config.section("pretrainedparams");
    String weights =
        PublishedNames.weights(
            from.path("pretrained_epoch").asInt(0), from.path("pretrained_iteration").asInt(0));
    words.add(
        "network.pretrained=" + plain(folder + "/{" + String.join(";", axes) + "}/" + weights));
  }

  /** The published key rnn_size is the number of regions and must be the file's. */
  private static void checkSize(ObjectNode net, String folder, Path file) {
    Path matrix = Path.of(folder).resolve("C_" + net.get("net_name").asText() + ".npy");
    if (net.has("rnn_size") && Files.isRegularFile(matrix)) {
      int regions = Npy.read(matrix).shape()[0];
      if (net.get("rnn_size").asInt() != regions) {
        throw new UserError(
            file
                + ": [net] rnn_size is "
                + net.get("rnn_size").asInt()
                + ", but "
                + matrix
                + " has "
                + regions
                + " regions");
      }
    }
  }

  private static void training(PublishedConfig config, List<String> words) {
    ObjectNode training = config.section("trainvalidate");
    words.add("training.epochs=" + training.path("epochs").asInt(500));
    words.add("training.weights_interval=" + WEIGHTS_INTERVAL);
    String initial = training.path("init").asText("default");
    // the published program takes he for relu and xavier for tanh whatever else is asked for
    words.add("network.init=" + (initial.equals("default") ? "default" : "auto"));
    if (training.path("freeze_layer").asBoolean(false)) {
      words.add("network.train=frozen_recurrent");
    }
  }

  private static ObjectNode dictionary(
      PublishedConfig config, String section, String key, Path file) {
    if (config.section(section).path(key) instanceof ObjectNode found) {
      return found;
    }
    throw new UserError(file + ": [" + section + "] " + key + " is missing");
  }

  private static String known(Map<String, String> keys, String key, String where, Path file) {
    String name = keys.get(key);
    if (name == null) {
      throw new UserError(
          file
              + ": "
              + where
              + " has no '"
              + key
              + "' (there are: "
              + String.join(", ", keys.keySet().stream().sorted().toList())
              + ")");
    }
    return name;
  }

  private static String text(JsonNode value) {
    if (value.isTextual()) {
      return "\"" + value.textValue().toLowerCase(Locale.ROOT) + "\"";
    }
    return value.asText();
  }
}
