package homeostat.kinds.dale;

import homeostat.dale.diagnostic.Alignment;
import homeostat.dale.diagnostic.GradientSpectrum;
import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.tape.Var;
import homeostat.lab.Row;
import java.util.Optional;

/** What is measured of a batch and of parameters. */
final class Diagnostics {
  private Diagnostics() {}

  /** Moments of the layers and how near they are to their set points. */
  static void activity(String prefix, Learner.Pass pass, int images, Averages to) {
    for (Probe probe : pass.model().probes()) {
      LayerStatistics statistics = probe.statistics();
      String name = probe.name();
      to.add(prefix + name + "_mu", statistics.mean(), images);
      to.add(prefix + name + "_var", statistics.variance(), images);
      to.add(prefix + name + "_local_loss", statistics.localLoss(), images);
      to.add(prefix + name + "_distance", statistics.distance(), images);
    }
  }

  /**
   * Alignment with layer normalisation and norms of gradients, after a backward pass.
   *
   * @param mode how homeostatic layers normalise gradients
   */
  static void gradients(
      Learner learner, Learner.Pass pass, Optional<NormaliseGradient.Mode> mode, Averages to) {
    for (Probe probe : pass.model().probes()) {
      probe
          .layer()
          .ifPresent(layer -> {
            Alignment alignment = Alignment.of(layer, mode);
            to.add("gradient_alignment_" + probe.name(), alignment.gradient(), 1);
            to.add("output_alignment_" + probe.name(), alignment.output(), 1);
          });
    }
    for (Parameter parameter : learner.parameters().all()) {
      double sum = 0;
      for (float g : learner.gradients().get(parameter.name())) {
        sum += (double) g * g;
      }
      if (sum > 0) {
        to.add("grad_norm/" + parameter.name(), Math.sqrt(sum), 1);
      }
    }
  }

  /**
   * Largest eigenvalue of the covariance of the error signals that reached each layer in the last
   * batch.
   */
  static void spectrum(Learner.Pass pass, Averages to) {
    for (Probe probe : pass.model().probes()) {
      probe
          .layer()
          .ifPresent(layer -> {
            Var delta = layer.feedback();
            int batch = delta.shape().rows();
            if (delta.trains() && batch > 1) {
              to.add(
                  "gradient_eigenvalue_max_" + probe.name(),
                  GradientSpectrum.largest(delta.adjoint(), batch),
                  1);
            }
          });
    }
  }

  /**
   * Share of the weights of one sign that are zero.
   *
   * @throws IllegalStateException if one is negative, which is a bug
   */
  static Row signs(Parameters parameters) {
    Row row = new Row();
    for (Parameter parameter : parameters.all()) {
      if (!parameter.constraint().equals(Constraint.NON_NEGATIVE)) {
        continue;
      }
      long zeros = 0;
      for (float value : parameter.raw()) {
        if (value < 0) {
          throw new IllegalStateException(
              "parameter '" + parameter.name() + "' must be at least 0 and holds " + value);
        }
        zeros += value == 0f ? 1 : 0;
      }
      row.put("zeros/" + parameter.name(), (double) zeros / parameter.size());
    }
    return row;
  }
}
