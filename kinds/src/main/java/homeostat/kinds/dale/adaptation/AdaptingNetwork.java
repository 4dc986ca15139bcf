package homeostat.kinds.dale.adaptation;

import homeostat.dale.network.ParameterGroup;
import homeostat.dale.network.RecordedLayer;
import homeostat.dale.network.RecordedNetwork;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.Multiply;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.Method;
import homeostat.kinds.robustness.RobustnessConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trained network that answers batch by batch and adapts after each answer, without labels.
 * Between a hidden layer's balanced drive z and its non-linearity stand a gain and an offset a
 * unit, z' = gain z + offset, which begin at 1 and 0. With m and q the mean of z' and of z'^2 over
 * the batch, mu and sigma the set point of a unit, and eta = 1 - exp(-batch / time constant):
 *
 * <pre>
 * UNIT_TONIC   offset = offset - eta (m - mu)
 * UNIT_SHUNT   gain = gain exp(-eta / 2 (min(q / (mu^2 + sigma^2), 4) - 1))
 * UNIT_BOTH    gain as UNIT_SHUNT, but by mean (z' - mu)^2 / sigma^2; offset as UNIT_TONIC
 * UNIT_WEI     Wei = max(Wei + eta (m - mu) s u / |u|^2, 0), u the mean activity of interneurons
 * LAYER        one step of Wix and Bix along the local loss, with the rates of training
 * </pre>
 */
final class AdaptingNetwork implements Answers {
  private static final double LARGEST_EXCESS = 4;

  private final Method method;
  private final RobustnessConfig.Adaptation settings;
  private final SetPoints points;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Tape tape;
  private final Var x;
  private final RecordedNetwork recorded;
  private final Optimiser local;
  private final OptimiserState state;
  private final int batch;

  /** What entropy minimisation has learnt: [layer][gain or offset][unit]; empty before. */
  private double[][][] learnt = new double[0][][];

  AdaptingNetwork(
      DaleAdaptation saved,
      Method method,
      RobustnessConfig.Adaptation settings,
      SetPoints points,
      int batch,
      Parallel parallel) {
    this.method = method;
    this.settings = settings;
    this.points = points;
    this.batch = batch;
    this.parameters = extended(saved);
    this.gradients = new Gradients(parameters);
    this.tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    this.x = tape.input("images", batch, saved.network().widths().getFirst());
    this.recorded =
        saved
            .network()
            .record(
                tape,
                x,
                (layer, z) -> {
                  Var scaled =
                      tape.apply(layer, new Multiply(), z, tape.parameter(layer + ".gain"));
                  return tape.apply(layer, new Add(), scaled, tape.parameter(layer + ".offset"));
                });
    recorded.strength().value()[0] = (float) saved.lambda();
    this.local =
        saved
            .rates()
            .optimiser(
                parameters,
                name ->
                    name.startsWith("fc_output.")
                        || saved.frozen().test(name)
                        || !ParameterGroup.of(name).inhibitory());
    this.state = local.start(parameters);
  }

  private static Parameters extended(DaleAdaptation saved) {
    List<Parameter> all = new ArrayList<>(saved.parameters().copy().all());
    for (int i = 0; i < saved.network().layers() - 1; i++) {
      String layer = saved.network().layer(i);
      int units = saved.network().widths().get(i + 1);
      float[] ones = new float[units];
      Arrays.fill(ones, 1f);
      int[] shape = {units};
      all.add(new Parameter(layer + ".gain", ones, shape, Constraint.FREE));
      all.add(new Parameter(layer + ".offset", new float[units], shape, Constraint.FREE));
    }
    return new Parameters(all);
  }

  @Override
  public float[] images() {
    return x.value();
  }

  List<RecordedLayer> layers() {
    return recorded.hidden();
  }

  @Override
  public float[] answer() {
    tape.forward();
    switch (method) {
      case FROZEN -> {}
      case BATCH_STATISTICS, ENTROPY -> normalise();
      case LAYER, UNIT_TONIC, UNIT_SHUNT, UNIT_WEI, UNIT_BOTH -> {
        float[] logits = recorded.logits().value().clone();
        adapt();
        return logits;
      }
    }
    float[] logits = recorded.logits().value().clone();
    if (method == Method.ENTROPY) {
      lessEntropy();
    }
    return logits;
  }

  private void adapt() {
    if (method == Method.LAYER) {
      tape.backward(recorded.logits(), new float[recorded.logits().shape().size()]);
      local.step(parameters, gradients, state);
      return;
    }
    double eta = 1 - StrictMath.exp(-batch / settings.timeConstant());
    for (int l = 0; l < layers().size(); l++) {
      unit(l, eta);
    }
  }

  private float[] raw(int layer, String name) {
    return parameters.get(layers().get(layer).name() + "." + name).raw();
  }

  private void unit(int l, double eta) {
    RecordedLayer layer = layers().get(l);
    float[] gain = raw(l, "gain");
    float[] offset = raw(l, "offset");
    float[] z = layer.feedback().value();
    int units = gain.length;
    double[] excess = new double[units];
    double[][] moments = moments(z, units);
    for (int u = 0; u < units; u++) {
      double g = gain[u];
      double b = offset[u];
      double first = g * moments[0][u] + b;
      double second = g * g * moments[1][u] + 2 * g * b * moments[0][u] + b * b;
      double mean = points.mean()[l][u];
      double deviation = points.deviation()[l][u];
      excess[u] = first - mean;
      if (method == Method.UNIT_TONIC || method == Method.UNIT_BOTH) {
        offset[u] -= (float) (eta * excess[u]);
      }
      if (method == Method.UNIT_SHUNT) {
        double ratio = second / (mean * mean + deviation * deviation);
        gain[u] *= (float) StrictMath.exp(-eta / 2 * (Math.min(ratio, LARGEST_EXCESS) - 1));
      }
      if (method == Method.UNIT_BOTH) {
        double spread = (second - 2 * mean * first + mean * mean) / (deviation * deviation);
        gain[u] *= (float) StrictMath.exp(-eta / 2 * (Math.min(spread, LARGEST_EXCESS) - 1));
      }
    }
    if (method == Method.UNIT_WEI) {
      wei(l, excess, eta);
    }
  }

  /** Means over the batch of z and of z^2, [moment][unit]. */
  private double[][] moments(float[] z, int units) {
    double[][] moments = new double[2][units];
    for (int at = 0; at < batch * units; at += units) {
      for (int u = 0; u < units; u++) {
        double value = z[at + u];
        moments[0][u] += value / batch;
        moments[1][u] += value * value / batch;
      }
    }
    return moments;
  }

  private void wei(int l, double[] excess, double eta) {
    RecordedLayer layer = layers().get(l);
    float[] in = layer.input().value();
    float[] wix = raw(l, "Wix");
    float[] wei = raw(l, "Wei");
    int inputs = layer.input().shape().cols();
    int inhibitory = wix.length / inputs;
    double[] mean = new double[inputs];
    for (int at = 0; at < in.length; at += inputs) {
      for (int i = 0; i < inputs; i++) {
        mean[i] += (double) in[at + i] / batch;
      }
    }
    double[] u = new double[inhibitory];
    double squares = 0;
    for (int k = 0; k < inhibitory; k++) {
      for (int i = 0; i < inputs; i++) {
        u[k] += wix[k * inputs + i] * mean[i];
      }
      squares += u[k] * u[k];
    }
    double s = 0;
    for (float divisor : layer.divisor().orElseThrow().value()) {
      s += divisor / batch;
    }
    if (squares == 0) {
      return;
    }
    for (int unit = 0; unit < excess.length; unit++) {
      for (int k = 0; k < inhibitory; k++) {
        int i = unit * inhibitory + k;
        wei[i] = (float) Math.max(wei[i] + eta * excess[unit] * s * u[k] / squares, 0);
      }
    }
  }

  /** Layer by layer: moments of the batch, and of training as if they came from more images. */
  private void normalise() {
    double weight = batch / (batch + settings.priorImages());
    for (int l = 0; l < layers().size(); l++) {
      float[] z = layers().get(l).feedback().value();
      float[] gain = raw(l, "gain");
      float[] offset = raw(l, "offset");
      int units = gain.length;
      double[][] moments = moments(z, units);
      for (int u = 0; u < units; u++) {
        double first = moments[0][u];
        double second = moments[1][u];
        double mean = points.mean()[l][u];
        double deviation = points.deviation()[l][u];
        double variance = Math.max(second - first * first, 0);
        double center = (1 - weight) * mean + weight * first;
        double spread = Math.sqrt((1 - weight) * deviation * deviation + weight * variance + 1e-6);
        double affine = affine(l, u, false);
        gain[u] = (float) (affine * deviation / spread);
        offset[u] = (float) (mean + affine(l, u, true) - gain[u] * center);
      }
      tape.forward();
    }
  }

  /** Gain or offset that entropy minimisation has learnt, over the normalised drive. */
  private double affine(int l, int u, boolean offset) {
    return learnt.length == 0 ? (offset ? 0 : 1) : learnt[l][offset ? 1 : 0][u];
  }

  /** One step down the mean entropy of the answers. */
  private void lessEntropy() {
    if (learnt.length == 0) {
      learnt = new double[layers().size()][2][];
      for (int l = 0; l < learnt.length; l++) {
        int units = raw(l, "gain").length;
        learnt[l][0] = new double[units];
        Arrays.fill(learnt[l][0], 1);
        learnt[l][1] = new double[units];
      }
    }
    float[] logits = recorded.logits().value();
    tape.backward(recorded.logits(), entropyGradient(logits, recorded.logits().shape().cols()));
    for (int l = 0; l < learnt.length; l++) {
      String name = layers().get(l).name();
      float[] dGain = gradients.get(name + ".gain");
      float[] dOffset = gradients.get(name + ".offset");
      float[] gain = raw(l, "gain");
      for (int u = 0; u < gain.length; u++) {
        // gain = g deviation / spread, offset = mean + b - gain center: chain to g and b.
        double perUnit = gain[u] / learnt[l][0][u];
        double center = (points.mean()[l][u] + learnt[l][1][u] - raw(l, "offset")[u]) / gain[u];
        double slope = perUnit * (dGain[u] - center * dOffset[u]);
        learnt[l][0][u] = Math.max(learnt[l][0][u] - settings.entropyRate() * slope, 0.05);
        learnt[l][1][u] -= settings.entropyRate() * dOffset[u];
      }
    }
  }

  /** d H / d z_k = -p_k (ln p_k + H), over the mean of the batch. */
  private float[] entropyGradient(float[] logits, int classes) {
    float[] gradient = new float[logits.length];
    for (int at = 0; at < logits.length; at += classes) {
      double top = Double.NEGATIVE_INFINITY;
      for (int k = at; k < at + classes; k++) {
        top = Math.max(top, logits[k]);
      }
      double norm = 0;
      for (int k = at; k < at + classes; k++) {
        norm += StrictMath.exp(logits[k] - top);
      }
      double entropy = 0;
      double logNorm = StrictMath.log(norm) + top;
      for (int k = at; k < at + classes; k++) {
        double log = logits[k] - logNorm;
        entropy -= StrictMath.exp(log) * log;
      }
      for (int k = at; k < at + classes; k++) {
        double log = logits[k] - logNorm;
        gradient[k] = (float) (-StrictMath.exp(log) * (log + entropy) / batch);
      }
    }
    return gradient;
  }
}
