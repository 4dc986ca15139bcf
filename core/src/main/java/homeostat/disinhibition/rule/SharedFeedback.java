package homeostat.disinhibition.rule;

import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.feedback.FeedbackShape;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.List;

/** Feedback weights that all samples of a batch share: their mean, also over batches before. */
public record SharedFeedback(FeedbackSettings settings, Parallel parallel, Kernels kernels) {

  /**
   * Fills the shared weights of each layer; the running mean is updated.
   *
   * @param own weights of each sample, [sample][output][unit] a layer
   * @return layers of norm zero
   */
  public long fill(List<float[]> own, int samples, RuleState state, List<float[]> shared) {
    FeedbackShape shape = new FeedbackShape(settings, kernels);
    int[] zero = new int[own.size()];
    boolean first = state.batches()[0] == 0;
    parallel.forEach(
        own.size(),
        l -> {
          float[] mean = shared.get(l);
          float[] running = state.feedback().get(l);
          int size = mean.length;
          System.arraycopy(own.get(l), 0, mean, 0, size);
          for (int b = 1; b < samples; b++) {
            kernels.elementwise().add(own.get(l), b * size, mean, 0, size);
          }
          kernels.elementwise().scale(1f / samples, mean, 0, size);
          if (settings.decay() > 0 && !first) {
            kernels.elementwise().scale((float) (1 - settings.decay()), mean, 0, size);
            kernels.elementwise().axpy((float) settings.decay(), running, 0, mean, 0, size);
          }
          System.arraycopy(mean, 0, running, 0, size);
          zero[l] = shape.shape(mean, 0, 1, size);
        });
    long total = 0;
    for (int layer : zero) {
      total += layer;
    }
    return total;
  }
}
