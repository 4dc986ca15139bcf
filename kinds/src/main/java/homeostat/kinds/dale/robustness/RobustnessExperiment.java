package homeostat.kinds.dale.robustness;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.dale.robustness.ChangedImages.Change;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import homeostat.task.image.Images;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A step is one condition: a network, a change of the images, a way to adapt. */
final class RobustnessExperiment implements Experiment<double[]> {
  private final RobustnessConfig config;
  private final List<SavedNetwork> networks;
  private final List<Condition> conditions;
  private final long seed;
  private final Parallel parallel;
  private final Map<Integer, SetPoints> points = new HashMap<>();

  RobustnessExperiment(
      RobustnessConfig config, List<SavedNetwork> networks, long seed, Parallel parallel) {
    this.config = config;
    this.networks = networks;
    this.conditions = Condition.of(config, networks);
    this.seed = seed;
    this.parallel = parallel;
  }

  @Override
  public long steps() {
    return conditions.size();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 20, 0);
  }

  @Override
  public String stepName() {
    return "condition";
  }

  /** Accuracy of each condition in %, NaN before it was measured. */
  @Override
  public double[] start(Run run) {
    double[] accuracy = new double[conditions.size()];
    java.util.Arrays.fill(accuracy, Double.NaN);
    return accuracy;
  }

  @Override
  public double[] step(double[] state, long step) {
    state[(int) step] = accuracy(conditions.get((int) step));
    return state;
  }

  private double accuracy(Condition condition) {
    SavedNetwork saved = networks.get(condition.network());
    Images test = saved.data().test();
    int count = Math.min(config.changes().images(), test.count());
    AdaptingNetwork network =
        new AdaptingNetwork(
            saved,
            condition.method(),
            config.adaptation(),
            points.computeIfAbsent(condition.network(), n -> setPoints(networks.get(n))),
            condition.batch(),
            parallel);
    ChangedImages images =
        new ChangedImages(test, saved.order(), condition.change(), condition.level(), seed);
    float[] labels = new float[condition.batch()];
    long right = 0;
    int seen = 0;
    for (int from = 0; from + condition.batch() <= count; from += condition.batch()) {
      images.fill(from, condition.batch(), network.images(), labels);
      float[] logits = network.answer();
      int classes = logits.length / condition.batch();
      for (int i = 0; i < condition.batch(); i++) {
        right += best(logits, i * classes, classes) == (int) labels[i] ? 1 : 0;
      }
      seen += condition.batch();
    }
    return 100.0 * right / seen;
  }

  private static int best(float[] logits, int at, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[at + k] > logits[at + best]) {
        best = k;
      }
    }
    return best;
  }

  private SetPoints setPoints(SavedNetwork saved) {
    ImageBatches training = saved.training();
    int size = training.size();
    SetPoints none = new SetPoints(new double[0][], new double[0][]);
    AdaptingNetwork network =
        new AdaptingNetwork(saved, Method.FROZEN, config.adaptation(), none, size, parallel);
    SetPoints.Sums sums = new SetPoints.Sums(network.layers());
    Batch room = training.room();
    ImageEpoch images = training.epoch(0);
    for (int i = 0; i < training.count(); i++) {
      if (images.fill(i, room) == size) {
        System.arraycopy(room.inputs(), 0, network.images(), 0, room.inputs().length);
        network.answer();
        sums.add(network.layers());
      }
    }
    return sums.points();
  }

  @Override
  public Row row(double[] state, long step) {
    Condition condition = conditions.get((int) step);
    return new Row()
        .put("network", networks.get(condition.network()).name())
        .put("group", networks.get(condition.network()).group())
        .put("change", word(condition.change()))
        .put("level", condition.level())
        .put("method", word(condition.method()))
        .put("batch", (long) condition.batch())
        .put("accuracy", state[(int) step]);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String status(double[] state) {
    return "";
  }

  @Override
  public List<Drawing> drawings(double[] state, long step) {
    RobustnessTable table = table(state);
    return List.of(new Drawing("robustness", () -> new RobustnessBoard(table).draw()));
  }

  private RobustnessTable table(double[] state) {
    List<RobustnessTable.Entry> entries = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      Condition condition = conditions.get(i);
      if (Double.isFinite(state[i])) {
        entries.add(
            new RobustnessTable.Entry(
                networks.get(condition.network()).group(), condition, state[i]));
      }
    }
    return RobustnessTable.of(entries);
  }

  @Override
  public Arrays save(double[] state) {
    return Arrays.builder().put("accuracy", state.clone()).build();
  }

  @Override
  public double[] restore(Arrays saved) {
    return saved.doubles("accuracy").clone();
  }

  @Override
  public Row finish(double[] state, Run run) {
    RobustnessTable table = table(state);
    run.text("robustness.csv", table.csv());
    Row summary = new Row();
    for (RobustnessTable.Cell cell : table.cells()) {
      if (cell.change() == Change.BRIGHTNESS && Math.abs(cell.level()) == 0.5) {
        String name =
            "%s/%s/%+.2f/batch %d"
                .formatted(cell.group(), word(cell.method()), cell.level(), cell.batch());
        summary.put(name, cell.mean());
      }
    }
    return summary;
  }
}
