package homeostat.kinds.robustness;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.robustness.ChangedImages.Change;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.UserError;
import homeostat.lab.figure.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A step is one condition: a network, a change of the images, a way to adapt. */
final class RobustnessExperiment implements Experiment<double[]> {
  private final RobustnessConfig config;
  private final Networks networks;
  private final List<Condition> conditions;
  private final long seed;
  private final Parallel parallel;

  RobustnessExperiment(RobustnessConfig config, Networks networks, long seed, Parallel parallel) {
    this.config = config;
    this.networks = networks;
    this.conditions = Condition.of(config, networks.all());
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
    SavedClassifier saved = networks.open(condition.network());
    int batch = condition.batch();
    int count = Math.min(config.changes().images(), saved.test().count());
    if (batch > count) {
      throw new UserError(
          "adaptation.batch = %d is more than the %d images that are looked at"
              .formatted(batch, count));
    }
    Answers network =
        condition.method() == Method.FROZEN
            ? saved.frozen(batch, parallel)
            : saved
                .adaptation()
                .orElseThrow()
                .open(condition.method(), config.adaptation(), batch, parallel);
    ChangedImages images =
        new ChangedImages(saved.test(), saved.order(), condition.change(), condition.level(), seed);
    float[] labels = new float[batch];
    long right = 0;
    int seen = 0;
    for (int from = 0; from + batch <= count; from += batch) {
      images.fill(from, batch, network.images(), labels);
      float[] logits = network.answer();
      int classes = logits.length / batch;
      for (int i = 0; i < batch; i++) {
        right += best(logits, i * classes, classes) == (int) labels[i] ? 1 : 0;
      }
      seen += batch;
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

  @Override
  public Row row(double[] state, long step) {
    Condition condition = conditions.get((int) step);
    return new Row()
        .put("network", networks.all().get(condition.network()).name())
        .put("group", networks.all().get(condition.network()).group())
        .put("change", word(condition.change()))
        .put("level", condition.level())
        .put("method", condition.method().word())
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
    List<Drawing> drawings = new ArrayList<>();
    new RobustnessBoard(table(state))
        .draw()
        .forEach((name, figure) -> drawings.add(new Drawing(name, () -> figure)));
    return drawings;
  }

  private RobustnessTable table(double[] state) {
    List<RobustnessTable.Entry> entries = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      Condition condition = conditions.get(i);
      if (Double.isFinite(state[i])) {
        entries.add(
            new RobustnessTable.Entry(
                networks.all().get(condition.network()).group(), condition, state[i]));
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
                .formatted(cell.group(), cell.method().word(), cell.level(), cell.batch());
        summary.put(name, cell.mean());
      }
    }
    return summary;
  }
}
