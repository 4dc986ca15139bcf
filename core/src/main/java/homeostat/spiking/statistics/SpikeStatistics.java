package homeostat.spiking.statistics;

import homeostat.spiking.SpikeTrains;
import java.util.Arrays;

/**
 * Statistics of spike trains over the whole batch, in double precision. Standard deviations use the
 * n - 1 estimator unless said otherwise; an undefined value is NaN.
 */
public final class SpikeStatistics {
  private final SpikeTrains spikes;
  private final int[] cellTypes;
  private final int types;
  private final double dt;

  /**
   * @param cellTypes [neuron] cell type
   * @param types number of cell types
   * @param dt time step, ms
   */
  public SpikeStatistics(SpikeTrains spikes, int[] cellTypes, int types, double dt) {
    if (cellTypes.length != spikes.neurons()) {
      throw new IllegalArgumentException(
          cellTypes.length + " cell types for " + spikes.neurons() + " neurons");
    }
    this.spikes = spikes;
    this.cellTypes = cellTypes;
    this.types = types;
    this.dt = dt;
  }

  /** [neuron] total spikes / (B T dt), Hz. */
  public double[] rates() {
    double seconds = spikes.batch() * (spikes.steps() * dt / 1000);
    double[] rates = new double[spikes.neurons()];
    Arrays.setAll(rates, n -> spikes.count(n) / seconds);
    return rates;
  }

  /**
   * Rates of a cell type, Hz.
   *
   * @param mean over all its neurons
   * @param std over all its neurons; 0 for a single one
   * @param silent number of neurons without a spike
   * @param meanActive over neurons that spiked; NaN without one
   * @param stdActive population standard deviation over neurons that spiked; NaN without one
   */
  public record Rates(double mean, double std, int silent, double meanActive, double stdActive) {}

  /** [type] rates. */
  public Rates[] ratesByType() {
    double[] all = rates();
    Rates[] byType = new Rates[types];
    for (int c = 0; c < types; c++) {
      double[] values = ofType(all, c);
      double[] active = Arrays.stream(values).filter(rate -> rate > 0).toArray();
      byType[c] =
          new Rates(
              Moments.mean(values),
              values.length == 1 ? 0 : Moments.std(values, 1),
              values.length - active.length,
              Moments.mean(active),
              Moments.std(active, 0));
    }
    return byType;
  }

  /** [batch * neuron] coefficient of variation of intervals; NaN below three spikes. */
  public double[] variation() {
    double[] all = new double[spikes.batch() * spikes.neurons()];
    for (int b = 0; b < spikes.batch(); b++) {
      for (int n = 0; n < spikes.neurons(); n++) {
        all[b * spikes.neurons() + n] =
            spikes.count(b, n) < 3 ? Double.NaN : Moments.variation(intervals(b, n));
      }
    }
    return all;
  }

  /**
   * A mean and a standard deviation.
   *
   * @param mean mean
   * @param std n - 1 estimator; 0 for a single value
   */
  public record Spread(double mean, double std) {}

  /**
   * [type] coefficient of variation: of each neuron its mean over batch elements where it is
   * defined, then over the neurons that have one.
   */
  public Spread[] variationByType() {
    double[] all = variation();
    double[] perNeuron = new double[spikes.neurons()];
    for (int n = 0; n < perNeuron.length; n++) {
      int neuron = n;
      double[] defined =
          java.util.stream.IntStream.range(0, spikes.batch())
              .mapToDouble(b -> all[b * spikes.neurons() + neuron])
              .filter(cv -> !Double.isNaN(cv))
              .toArray();
      perNeuron[n] = Moments.mean(defined);
    }
    Spread[] byType = new Spread[types];
    for (int c = 0; c < types; c++) {
      byType[c] =
          spread(Arrays.stream(ofType(perNeuron, c)).filter(cv -> !Double.isNaN(cv)).toArray());
    }
    return byType;
  }

  /**
   * [batch * neuron] Fano factor: variance / mean of spike counts in windows that do not overlap
   * (what does not fill a window is dropped); NaN without a spike or with a single window.
   *
   * @param window steps
   */
  public double[] fano(int window) {
    int windows = spikes.steps() / window;
    double[] all = new double[spikes.batch() * spikes.neurons()];
    Arrays.fill(all, Double.NaN);
    if (windows < 2) {
      return all;
    }
    double[] counts = new double[windows];
    for (int b = 0; b < spikes.batch(); b++) {
      for (int n = 0; n < spikes.neurons(); n++) {
        Arrays.fill(counts, 0);
        for (int e = spikes.from(b, n); e < spikes.to(b, n); e++) {
          int w = spikes.times()[e] / window;
          if (w < windows) {
            counts[w]++;
          }
        }
        double mean = Moments.mean(counts);
        if (mean > 0) {
          double std = Moments.std(counts, 1);
          all[b * spikes.neurons() + n] = std * std / mean;
        }
      }
    }
    return all;
  }

  /** [type] mean Fano factor over batch elements and neurons where it is defined. */
  public double[] fanoByType(int window) {
    double[] all = fano(window);
    double[] byType = new double[types];
    for (int c = 0; c < types; c++) {
      double sum = 0;
      int defined = 0;
      for (int i = 0; i < all.length; i++) {
        if (cellTypes[i % cellTypes.length] == c && !Double.isNaN(all[i])) {
          sum += all[i];
          defined++;
        }
      }
      byType[c] = sum / defined;
    }
    return byType;
  }

  /** Intervals between the spikes of a neuron in a batch element, ms. */
  public double[] intervals(int element, int neuron) {
    int from = spikes.from(element, neuron);
    double[] intervals = new double[Math.max(0, spikes.count(element, neuron) - 1)];
    Arrays.setAll(intervals, e -> (spikes.times()[from + e + 1] - spikes.times()[from + e]) * dt);
    return intervals;
  }

  /** Intervals of all neurons of a type over the batch, ms. */
  public double[] intervalsOfType(int type) {
    return java.util.stream.IntStream.range(0, spikes.batch())
        .boxed()
        .flatMap(b ->
            java.util.stream.IntStream.range(0, spikes.neurons())
                .filter(n -> cellTypes[n] == type)
                .mapToObj(n -> intervals(b, n)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /**
   * [time] mean rate of a type, Hz: spikes over batch and type in a box window of {@code
   * round(window / dt)} steps around each step, divided by its duration.
   *
   * @param window ms
   */
  public double[] psth(int type, double window) {
    int steps = spikes.steps();
    int width = Math.max(1, (int) StrictMath.rint(window / dt));
    double[] running = new double[steps + 1];
    int members = 0;
    for (int n = 0; n < spikes.neurons(); n++) {
      if (cellTypes[n] == type) {
        members++;
        for (int e = spikes.from(0, n); e < spikes.to(spikes.batch() - 1, n); e++) {
          running[spikes.times()[e] + 1]++;
        }
      }
    }
    for (int t = 0; t < steps; t++) {
      running[t + 1] += running[t];
    }
    double unit = 1 / (width * dt / 1000 * spikes.batch() * members);
    double[] psth = new double[steps];
    for (int t = 0; t < steps; t++) {
      int end = Math.min(steps, t + (width - 1) / 2 + 1);
      int start = Math.max(0, t + (width - 1) / 2 + 1 - width);
      psth[t] = (running[end] - running[start]) * unit;
    }
    return psth;
  }

  /**
   * Potentials of a cell type, mV, over its neurons.
   *
   * @param means of each neuron's mean over batch and time
   * @param stds of each neuron's standard deviation over batch and time
   */
  public record Potentials(Spread means, Spread stds) {}

  /**
   * [type] potentials.
   *
   * @param voltages [batch][time][neuron] mV
   */
  public Potentials[] potentialsByType(float[] voltages) {
    int neurons = spikes.neurons();
    int rows = spikes.batch() * spikes.steps();
    if (voltages.length != rows * neurons) {
      throw new IllegalArgumentException(
          voltages.length + " potentials are not " + rows + " x " + neurons);
    }
    double[] means = new double[neurons];
    double[] stds = new double[neurons];
    double[] trace = new double[rows];
    for (int n = 0; n < neurons; n++) {
      for (int row = 0; row < rows; row++) {
        trace[row] = voltages[row * neurons + n];
      }
      means[n] = Moments.mean(trace);
      stds[n] = Moments.std(trace, 1);
    }
    Potentials[] byType = new Potentials[types];
    for (int c = 0; c < types; c++) {
      byType[c] = new Potentials(spread(ofType(means, c)), spread(ofType(stds, c)));
    }
    return byType;
  }

  private static Spread spread(double[] values) {
    return new Spread(Moments.mean(values), values.length == 1 ? 0 : Moments.std(values, 1));
  }

  private double[] ofType(double[] perNeuron, int type) {
    return java.util.stream.IntStream.range(0, perNeuron.length)
        .filter(n -> cellTypes[n] == type)
        .mapToDouble(n -> perNeuron[n])
        .toArray();
  }
}
