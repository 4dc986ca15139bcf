package homeostat.kinds.lyapunov.published;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.figures.PublishedFigures;
import homeostat.lab.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * What the published training programs leave of each sample: a log, and the figures of all samples
 * so far under its name. Plain training writes its lists without the last epoch, as published. How
 * long training took is in summary.json.
 */
public final class TrainingFiles {
  private TrainingFiles() {}

  /**
   * One sample.
   *
   * @param loss of each epoch
   * @param largest exponent of each epoch
   * @param norms of the gradients of weights, gains and shifts, [epoch][3]
   * @param spectrum all exponents but one, as the published program computes them in the end
   */
  public record Course(double[] loss, double[] largest, double[][] norms, double[] spectrum) {}

  /** Writes them. */
  public static void write(SpectrumTrainingConfig config, List<Course> samples, Run run) {
    String type = PublishedNames.type(config);
    boolean plain = !PublishedNames.fixed(config.trained());
    for (int s = 0; s < samples.size(); s++) {
      Course course = samples.get(s);
      int epochs = course.loss.length - (plain ? 1 : 0);
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      put(root, "training_loss", course.loss, epochs);
      put(root, "training_lambda_max", course.largest, epochs);
      put(root, "spectrum", course.spectrum, course.spectrum.length);
      put(root, "grad_gains", column(course, 1), epochs);
      put(root, "grad_shifts", column(course, 2), epochs);
      put(root, "grad_weights", column(course, 0), epochs);
      String name = PublishedNames.sample(config, s);
      run.text("logs/" + type + "/" + name + "_logs.json", root.toString());
      List<Course> so = samples.subList(0, s + 1);
      String figures = "fig/" + type + "/" + name;
      run.figure(
          figures + "_training_logs", PublishedFigures.training(parts(so, true), parts(so, false)));
      List<double[]> spectra = new ArrayList<>();
      so.forEach(c -> spectra.add(c.spectrum));
      run.figure(figures + "_spectrum_logs", PublishedFigures.endSpectra(spectra));
    }
  }

  private static List<double[]> parts(List<Course> courses, boolean loss) {
    List<double[]> out = new ArrayList<>();
    courses.forEach(course -> out.add(loss ? course.loss : course.largest));
    return out;
  }

  private static double[] column(Course course, int column) {
    double[] out = new double[course.norms.length];
    java.util.Arrays.setAll(out, e -> course.norms[e][column]);
    return out;
  }

  private static void put(ObjectNode root, String name, double[] values, int count) {
    ArrayNode array = root.putArray(name);
    for (int e = 0; e < count; e++) {
      array.add(values[e]);
    }
  }
}
