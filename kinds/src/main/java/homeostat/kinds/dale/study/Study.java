package homeostat.kinds.dale.study;

import homeostat.lab.figure.Figure.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Trained networks under conditions and lights. Networks that stayed at chance where most learnt
 * are set apart, as the published figures do.
 *
 * @param runs those that are looked at
 * @param lost those that are not: at most 10 % right where the median is at least 50 %
 */
record Study(List<Trained> runs, List<Trained> lost) {
  /** So many of the best networks of a condition stand for it. */
  static final int BEST = 10;

  private static final double CHANCE = 10;
  private static final double LEARNT = 50;

  Study {
    runs = List.copyOf(runs);
    lost = List.copyOf(lost);
  }

  /** All runs; where strengths of local losses differ, conditions are told apart by them. */
  static Study of(List<Trained> all) {
    boolean many =
        all.stream()
                .mapToDouble(run -> run.setting().lambda())
                .filter(Double::isFinite)
                .distinct()
                .count()
            > 1;
    List<Trained> named = many ? all.stream().map(Study::withLambda).toList() : all;
    List<Trained> lost = named.stream().filter(run -> lost(run, named)).toList();
    return new Study(named.stream().filter(run -> !lost.contains(run)).toList(), lost);
  }

  private static Trained withLambda(Trained run) {
    double lambda = run.setting().lambda();
    return Double.isNaN(lambda)
        ? run
        : new Trained(run.setting().with(", λ " + inShort(lambda)), run.columns());
  }

  /** 1e-5 instead of 1.0E-5. */
  private static String inShort(double value) {
    return Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }

  private static boolean lost(Trained run, List<Trained> all) {
    double[] same =
        all.stream()
            .filter(other ->
                other.setting().condition().equals(run.setting().condition())
                    && other.setting().brightness() == run.setting().brightness())
            .mapToDouble(Trained::accuracy)
            .toArray();
    return run.accuracy() <= CHANCE && median(same) >= LEARNT;
  }

  /** In the order of the runs. */
  List<String> conditions() {
    return runs.stream().map(run -> run.setting().condition()).distinct().toList();
  }

  /** From dark to bright. */
  double[] brightnesses() {
    return runs.stream()
        .mapToDouble(run -> run.setting().brightness())
        .distinct()
        .sorted()
        .toArray();
  }

  /** A colour for each condition. */
  Ink ink(String condition) {
    return Ink.cycle(conditions().indexOf(condition));
  }

  /** The runs of a condition. */
  List<Trained> of(String condition) {
    return runs.stream().filter(run -> run.setting().condition().equals(condition)).toList();
  }

  /** The runs of a condition under a light. */
  List<Trained> of(String condition, double brightness) {
    return of(condition).stream().filter(run -> run.setting().brightness() == brightness).toList();
  }

  /** A number of each run. */
  static double[] each(List<Trained> runs, ToDoubleFunction<Trained> number) {
    return runs.stream().mapToDouble(number).filter(Double::isFinite).toArray();
  }

  /** The largest values, at most so many. */
  static double[] best(double[] values, int most) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.copyOfRange(sorted, Math.max(0, sorted.length - most), sorted.length);
  }

  /** NaN of nothing. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Sample deviation; 0 of one value. */
  static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
