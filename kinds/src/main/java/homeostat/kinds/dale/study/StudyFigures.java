package homeostat.kinds.dale.study;

import homeostat.kinds.dale.study.Trained.Measure;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Sample;
import homeostat.lab.figure.Figure.Scatter;
import homeostat.lab.figure.Figure.Violins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures that a study's conditions, lights and strengths allow, by name. */
record StudyFigures(Study study) {
  private static final int BINS = 12;
  private static final int BEST_FOR_LAMBDA = 5;
  private static final int MOST_PAIRS = 6;
  private static final String NORMALISED = "layer norm";
  private static final String ACCURACY = "classified rightly (%)";
  private static final String BRIGHTNESS = "largest shift of brightness in training";

  Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("accuracy", accuracy());
    if (study.conditions().size() > 1) {
      List<Panel> pairs = pairs();
      if (!pairs.isEmpty()) {
        figures.put("pairs", rows(pairs, 3, 4));
      }
    }
    List<Measure> alignments = List.of(Measure.OUTPUT_ALIGNMENT, Measure.GRADIENT_ALIGNMENT);
    if (alignments.stream().anyMatch(this::taken)) {
      figures.put("alignment", overLights(alignments));
    }
    if (taken(Measure.MEAN)) {
      figures.put("moments", overLights(List.of(Measure.MEAN, Measure.VARIANCE)));
    }
    if (taken(Measure.EIGENVALUE)) {
      figures.put("eigenvalues", eigenvalues());
    }
    if (lambdas().length > 1) {
      figures.put("lambda", lambda());
    }
    return figures;
  }

  private boolean taken(Measure measure) {
    return study.runs().stream().anyMatch(run -> Double.isFinite(run.end(measure)));
  }

  /** Medians of the best against brightness, and all networks under each light. */
  private Figure accuracy() {
    List<Column> columns = new ArrayList<>();
    double[] lights = study.brightnesses();
    if (lights.length > 1) {
      List<Curve> curves = new ArrayList<>();
      for (String condition : study.conditions()) {
        curves.add(best(condition, condition, lights, Study.BEST));
      }
      String title = "Median and deviation of the best, at most " + Study.BEST;
      columns.add(
          new Column(
              1,
              List.of(
                  new Panel(
                      1,
                      new Lines(
                          title, Axis.of(BRIGHTNESS), Axis.of(ACCURACY), curves, List.of())))));
    }
    List<Panel> boxes = new ArrayList<>();
    for (double light : lights) {
      Violins boxed = violins("Brightness " + light, ACCURACY, light, Trained::accuracy);
      boxes.add(
          new Panel(1, new Violins(boxed.title(), boxed.y(), boxed.samples(), normalised(light))));
    }
    columns.add(new Column(lights.length > 1 ? 1.2 : 1, boxes));
    return new Board("", columns, lights.length > 1 ? 13 : 8, Math.max(4.5, 2.9 * boxes.size()));
  }

  /** The median of layer normalisation, which the others are compared with. */
  private List<Mark> normalised(double light) {
    List<Mark> marks = new ArrayList<>();
    if (study.conditions().size() > 1) {
      for (String condition : study.conditions()) {
        double median = Study.median(Study.each(study.of(condition, light), Trained::accuracy));
        if (condition.contains(NORMALISED) && Double.isFinite(median) && marks.isEmpty()) {
          marks.add(new Mark(NORMALISED, Ink.TARGET, false, median));
        }
      }
    }
    return marks;
  }

  private Curve best(String condition, String name, double[] lights, int most) {
    double[] medians = new double[lights.length];
    double[] deviations = new double[lights.length];
    for (int i = 0; i < lights.length; i++) {
      double[] best =
          Study.best(Study.each(study.of(condition, lights[i]), Trained::accuracy), most);
      medians[i] = Study.median(best);
      deviations[i] = best.length == 0 ? Double.NaN : Study.deviation(best);
    }
    return new Curve(name, study.ink(condition), lights, medians, deviations);
  }

  private Violins violins(
      String title, String label, double light, ToDoubleFunction<Trained> number) {
    List<Sample> samples = new ArrayList<>();
    for (String condition : study.conditions()) {
      double[] values = Study.each(study.of(condition, light), number);
      if (values.length > 0) {
        samples.add(new Sample(condition, study.ink(condition), values));
      }
    }
    return new Violins(title, Axis.of(label), samples);
  }

  /** Networks of equal rates, sizes and seed under two conditions. */
  private List<Panel> pairs() {
    List<String> conditions = study.conditions();
    String reference =
        conditions.stream()
            .filter(name -> name.contains(NORMALISED))
            .findFirst()
            .orElse(conditions.getFirst());
    List<Panel> panels = new ArrayList<>();
    for (String other : conditions) {
      List<Points> points = new ArrayList<>();
      double[] lights = study.brightnesses();
      for (int i = 0; i < lights.length; i++) {
        Points found = points(reference, other, lights[i], Ink.cycle(i));
        if (found.x().length > 0) {
          points.add(found);
        }
      }
      if (!other.equals(reference) && !points.isEmpty() && panels.size() < MOST_PAIRS) {
        panels.add(new Panel(1, unity(reference, other, points)));
      }
    }
    return panels;
  }

  private Points points(String first, String second, double light, Ink ink) {
    Map<String, Double> before = new LinkedHashMap<>();
    study.of(first, light).forEach(run -> before.put(run.setting().pairing(), run.accuracy()));
    List<double[]> pairs = new ArrayList<>();
    for (Trained run : study.of(second, light)) {
      Double other = before.get(run.setting().pairing());
      if (other != null) {
        pairs.add(new double[] {other, run.accuracy()});
      }
    }
    return new Points(
        "brightness " + light,
        ink,
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static Scatter unity(String first, String second, List<Points> points) {
    double[] all =
        points.stream()
            .flatMapToDouble(p ->
                java.util.stream.DoubleStream.concat(Arrays.stream(p.x()), Arrays.stream(p.y())))
            .sorted()
            .toArray();
    double[] ends = {all[0], all[all.length - 1]};
    return new Scatter(
        "Pairs of equal settings",
        Axis.of(first + " (%)"),
        Axis.of(second + " (%)"),
        points,
        List.of(),
        List.of(new Curve("equal", Ink.TARGET, ends, ends)));
  }

  /** Courses over training, and values in the end, of measures under each light. */
  private Figure overLights(List<Measure> measures) {
    List<Panel> panels = new ArrayList<>();
    for (double light : study.brightnesses()) {
      for (Measure measure : measures) {
        if (taken(measure)) {
          panels.add(new Panel(1, course(measure, light)));
          String title = word(measure) + " in the end, brightness " + light;
          panels.add(new Panel(1, violins(title, label(measure), light, run -> run.end(measure))));
        }
      }
    }
    return rows(panels, 2, 6.5);
  }

  private Lines course(Measure measure, double light) {
    List<Curve> curves = new ArrayList<>();
    for (String condition : study.conditions()) {
      List<Trained> runs = study.of(condition, light);
      int epochs = runs.stream().mapToInt(run -> run.course(measure).length).max().orElse(0);
      double[] mean = new double[epochs];
      double[] deviation = new double[epochs];
      double[] at = new double[epochs];
      for (int e = 0; e < epochs; e++) {
        int epoch = e;
        double[] values =
            Study.each(
                runs,
                run ->
                    run.course(measure).length > epoch ? run.course(measure)[epoch] : Double.NaN);
        at[e] = e + 1;
        mean[e] = Arrays.stream(values).average().orElse(Double.NaN);
        deviation[e] = values.length == 0 ? Double.NaN : Study.deviation(values);
      }
      if (Arrays.stream(mean).anyMatch(Double::isFinite)) {
        curves.add(new Curve(condition, study.ink(condition), at, mean, deviation));
      }
    }
    return new Lines(
        word(measure) + " in training, brightness " + light,
        Axis.of("epoch"),
        Axis.of(label(measure)),
        curves,
        List.of());
  }

  private Figure eigenvalues() {
    List<Panel> panels = new ArrayList<>();
    for (double light : study.brightnesses()) {
      List<Sample> samples = new ArrayList<>();
      for (String condition : study.conditions()) {
        double[] values =
            Study.each(study.of(condition, light), run -> run.end(Measure.EIGENVALUE));
        if (values.length > 0) {
          samples.add(new Sample(condition, study.ink(condition), values));
        }
      }
      panels.add(
          new Panel(
              1,
              new Histogram(
                  "Error signals, brightness " + light,
                  Axis.log(label(Measure.EIGENVALUE)),
                  Axis.of("networks"),
                  BINS,
                  samples,
                  List.of())));
    }
    return rows(panels, 2, 6);
  }

  private double[] lambdas() {
    return study.runs().stream()
        .mapToDouble(run -> run.setting().lambda())
        .filter(value -> value > 0)
        .distinct()
        .sorted()
        .toArray();
  }

  /** Alignment and accuracy of the best against the strength of the local loss. */
  private Figure lambda() {
    List<Curve> accuracy = new ArrayList<>();
    List<Curve> alignment = new ArrayList<>();
    double[] lights = study.brightnesses();
    for (int i = 0; i < lights.length; i++) {
      double light = lights[i];
      Ink ink = Ink.cycle(i);
      accuracy.add(byLambda(light, ink, Trained::accuracy));
      alignment.add(byLambda(light, ink, run -> run.end(Measure.OUTPUT_ALIGNMENT)));
    }
    Axis x = Axis.log("strength λ of the local loss");
    List<Panel> panels = new ArrayList<>();
    String of = " of the best " + BEST_FOR_LAMBDA;
    panels.add(new Panel(1, new Lines("Accuracy" + of, x, Axis.of(ACCURACY), accuracy, List.of())));
    if (taken(Measure.OUTPUT_ALIGNMENT)) {
      Axis y = Axis.of(label(Measure.OUTPUT_ALIGNMENT), Double.NaN, 1);
      panels.add(new Panel(1, new Lines("Output alignment" + of, x, y, alignment, List.of())));
    }
    return rows(panels, 2, 6);
  }

  private Curve byLambda(double light, Ink ink, ToDoubleFunction<Trained> number) {
    double[] lambdas = lambdas();
    double[] medians = new double[lambdas.length];
    double[] deviations = new double[lambdas.length];
    for (int i = 0; i < lambdas.length; i++) {
      double lambda = lambdas[i];
      List<Trained> best =
          study.runs().stream()
              .filter(
                  run -> run.setting().lambda() == lambda && run.setting().brightness() == light)
              .sorted((a, b) -> Double.compare(b.accuracy(), a.accuracy()))
              .limit(BEST_FOR_LAMBDA)
              .toList();
      double[] values = Study.each(best, number);
      medians[i] = Study.median(values);
      deviations[i] = values.length == 0 ? Double.NaN : Study.deviation(values);
    }
    return new Curve("brightness " + light, ink, lambdas, medians, deviations);
  }

  /** Panels row by row. */
  private static Board rows(List<Panel> panels, int across, double inches) {
    int used = Math.min(across, panels.size());
    List<List<Panel>> columns = new ArrayList<>();
    for (int i = 0; i < used; i++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < panels.size(); i++) {
      columns.get(i % used).add(panels.get(i));
    }
    return new Board(
        "",
        columns.stream().map(column -> new Column(1, column)).toList(),
        inches * used,
        3.6 * columns.getFirst().size());
  }

  private static String word(Measure measure) {
    return switch (measure) {
      case MEAN -> "Mean over units";
      case VARIANCE -> "Variance over units";
      case OUTPUT_ALIGNMENT -> "Output alignment";
      case GRADIENT_ALIGNMENT -> "Gradient alignment";
      case EIGENVALUE -> "Error signals";
    };
  }

  private static String label(Measure measure) {
    return switch (measure) {
      case MEAN -> "mean";
      case VARIANCE -> "variance";
      case OUTPUT_ALIGNMENT, GRADIENT_ALIGNMENT -> "cosine with layer norm";
      case EIGENVALUE -> "largest eigenvalue of their covariance";
    };
  }
}
