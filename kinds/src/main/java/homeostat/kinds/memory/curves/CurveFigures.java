package homeostat.kinds.memory.curves;

import homeostat.kinds.memory.analysis.LossSummary;
import homeostat.kinds.memory.curves.ResultsFolder.Combination;
import homeostat.lab.Row;
import homeostat.lab.figure.Drawing;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Sample;
import homeostat.lab.figure.Figure.Violins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The figures of some results folders beside each other, one colour a folder: learning curves of
 * each combination, mean and standard deviation over iterations; and, over all combinations and
 * iterations, the lowest loss, its epoch (counted from 0), and the first epoch within 1 % of the
 * range from it.
 *
 * @param folders at least one
 * @param loss what the loss is called
 */
public record CurveFigures(List<ResultsFolder> folders, String loss) {
  private static final double NEAR_PERCENT = 99;

  /** Copies the list. */
  public CurveFigures {
    folders = List.copyOf(folders);
  }

  /** The figures, by the names of their files. */
  public List<Drawing> drawings() {
    List<Drawing> all = new ArrayList<>();
    for (String tuple : tuples()) {
      String name = name(tuple);
      all.add(
          new Drawing(
              name + "_loss",
              () ->
                  curves(
                      tuple,
                      Axis.log(loss),
                      Combination::trainLoss,
                      c -> Optional.of(c.validateLoss()))));
      if (found(tuple).anyMatch(c -> c.validateAccuracy().isPresent())) {
        all.add(
            new Drawing(
                name + "_metrics",
                () ->
                    curves(
                        tuple,
                        Axis.of("right (%)", 0, 100),
                        c -> c.trainAccuracy().orElse(new double[0][]),
                        Combination::validateAccuracy)));
      }
    }
    all.add(new Drawing("loss", () -> boxes("Lowest loss", loss, LossSummary::lowest)));
    all.add(
        new Drawing(
            "min_epoch_loss",
            () -> boxes("Epoch of the lowest loss", "epoch", s -> (double) s.lowestEpoch())));
    all.add(
        new Drawing(
            "99_min_epoch_loss",
            () -> boxes("Epoch of 99 % of the way", "epoch", s -> (double) s.nearEpoch())));
    return all;
  }

  private Set<String> tuples() {
    Set<String> tuples = new LinkedHashSet<>();
    folders.forEach(folder -> folder.combinations().forEach(c -> tuples.add(c.tuple())));
    return tuples;
  }

  private Stream<Combination> found(String tuple) {
    return folders.stream()
        .flatMap(folder -> folder.combinations().stream())
        .filter(c -> c.tuple().equals(tuple));
  }

  /** The values of a tuple, joined by underscores: nothing that a file name could not have. */
  static String name(String tuple) {
    return tuple.replaceAll("[^A-Za-z0-9.+-]+", "_").replaceAll("^_+|_+$", "");
  }

  private Figure curves(
      String tuple,
      Axis y,
      Function<Combination, double[][]> train,
      Function<Combination, Optional<double[][]>> validate) {
    List<Curve> curves = new ArrayList<>();
    for (int f = 0; f < folders.size(); f++) {
      ResultsFolder folder = folders.get(f);
      for (Combination one : folder.combinations()) {
        Optional<double[][]> judged = validate.apply(one);
        if (one.tuple().equals(tuple) && judged.isPresent()) {
          String label = folders.size() == 1 ? "" : folder.label() + ", ";
          curves.add(curve(label + "training", Ink.cycle(2 * f), train.apply(one)));
          curves.add(curve(label + "validation", Ink.cycle(2 * f + 1), judged.get()));
        }
      }
    }
    return new Lines(tuple, Axis.of("epoch"), y, curves, List.of());
  }

  private static Curve curve(String name, Ink ink, double[][] iterations) {
    double[] mean = LossSummary.mean(iterations);
    double[] epochs = new double[mean.length];
    Arrays.setAll(epochs, e -> e);
    return iterations.length == 1
        ? new Curve(name, ink, epochs, mean)
        : new Curve(name, ink, epochs, mean, LossSummary.deviation(iterations));
  }

  private Figure boxes(String title, String y, ToDoubleFunction<LossSummary> number) {
    List<Sample> samples = new ArrayList<>();
    for (int f = 0; f < folders.size(); f++) {
      samples.add(
          new Sample(folders.get(f).label(), Ink.cycle(f), numbers(folders.get(f), number)));
    }
    return new Violins(title, Axis.of(y), samples);
  }

  private static double[] numbers(ResultsFolder folder, ToDoubleFunction<LossSummary> number) {
    return folder.combinations().stream()
        .flatMap(c -> Arrays.stream(c.validateLoss()))
        .map(curve -> LossSummary.of(curve, NEAR_PERCENT))
        .mapToDouble(number)
        .toArray();
  }

  /** For each folder the mean lowest loss; for each pair of folders p and effect of a rank test. */
  public Row statistics() {
    Row row = new Row();
    for (ResultsFolder folder : folders) {
      double[] lowest = numbers(folder, LossSummary::lowest);
      row.put(
          "lowest_loss_" + name(folder.label()),
          Arrays.stream(lowest).average().orElse(Double.NaN));
    }
    for (int a = 0; a < folders.size(); a++) {
      for (int b = a + 1; b < folders.size(); b++) {
        RankTest test =
            RankTest.of(
                numbers(folders.get(a), LossSummary::lowest),
                numbers(folders.get(b), LossSummary::lowest));
        String pair = name(folders.get(a).label()) + "_" + name(folders.get(b).label());
        row.put("rank_test_p_" + pair, test.p());
        row.put("rank_biserial_" + pair, test.effect());
      }
    }
    return row;
  }
}
