package homeostat.kinds.brain;

import homeostat.array.Arrays;
import homeostat.connectome.CellTypes;
import homeostat.spiking.brain.SpikeList;

/**
 * Spike counts of ended trials: of every neuron, and of every group of neurons (cell type) also by
 * trial and by time.
 */
final class RateTable {
  /** Bins of time in a trial. */
  static final int BINS = 100;

  private final int conditions;
  private final int trials;
  private final int steps;
  private final double seconds;
  private final CellTypes groups;
  private final int[] sizes;
  private final long[][] counts;
  private final double[][] squares;
  private final int[][] groupCounts;
  private final int[][] binned;
  private final boolean[][] readout;
  private final Interval.Maker intervals;
  private final int[] readoutSizes;
  private final long[] readoutCounts;

  /**
   * @param trials of each condition
   * @param steps of a trial
   * @param seconds of a trial
   * @param groups of every neuron
   * @param readout [condition][neuron] whose mean rate is the headline
   */
  RateTable(
      int conditions,
      int trials,
      int steps,
      double seconds,
      CellTypes groups,
      boolean[][] readout) {
    this.conditions = conditions;
    this.trials = trials;
    this.steps = steps;
    this.seconds = seconds;
    this.groups = groups;
    this.sizes = groups.counts();
    this.counts = new long[conditions][groups.nodes()];
    this.squares = new double[conditions][groups.nodes()];
    this.groupCounts = new int[conditions * trials][groups.names().size()];
    this.binned = new int[conditions][groups.names().size() * BINS];
    this.readout = readout;
    this.intervals = Interval.Maker.over(trials);
    this.readoutSizes = new int[conditions];
    for (int c = 0; c < conditions; c++) {
      for (boolean mark : readout[c]) {
        readoutSizes[c] += mark ? 1 : 0;
      }
    }
    this.readoutCounts = new long[conditions * trials];
  }

  CellTypes groups() {
    return groups;
  }

  int trials() {
    return trials;
  }

  int conditions() {
    return conditions;
  }

  double seconds() {
    return seconds;
  }

  /** Counts spikes of a trial, which is numbered through all conditions. */
  void add(int trial, SpikeList spikes) {
    int condition = trial / trials;
    for (int i = 0; i < spikes.size(); i++) {
      int neuron = spikes.neuron(i);
      int group = groups.index()[neuron];
      readoutCounts[trial] += readout[condition][neuron] ? 1 : 0;
      groupCounts[trial][group]++;
      binned[condition][group * BINS + (int) ((long) spikes.step(i) * BINS / steps)]++;
    }
  }

  /**
   * Counts a trial that has ended.
   *
   * @param own [neuron] number of its spikes
   */
  void end(int trial, int[] own) {
    int condition = trial / trials;
    for (int n = 0; n < own.length; n++) {
      counts[condition][n] += own[n];
      squares[condition][n] += (double) own[n] * own[n];
    }
  }

  /** Mean rate of a neuron over trials, Hz, with its 95 % interval. */
  Interval neuron(int condition, int neuron) {
    return intervals
        .of((double) counts[condition][neuron], squares[condition][neuron])
        .scaled(1 / seconds);
  }

  /** Makes intervals over trials. */
  Interval.Maker intervals() {
    return intervals;
  }

  /** Spikes of a neuron in all trials. */
  long count(int condition, int neuron) {
    return counts[condition][neuron];
  }

  /** Mean rate of the readout in one trial, Hz. */
  double readout(int condition, int trial) {
    return readoutCounts[condition * trials + trial]
        / (seconds * Math.max(1, readoutSizes[condition]));
  }

  /** Mean rate of the neurons of a group in one trial, Hz. */
  double group(int condition, int trial, int group) {
    return groupCounts[condition * trials + trial][group] / (seconds * sizes[group]);
  }

  /** Mean rate of the neurons of a group, Hz, with its 95 % interval over trials. */
  Interval group(int condition, int group) {
    double sum = 0;
    double squared = 0;
    for (int trial = 0; trial < trials; trial++) {
      double rate = group(condition, trial, group);
      sum += rate;
      squared += rate * rate;
    }
    return intervals.of(sum, squared);
  }

  /** Mean rate of a group in a bin of time, Hz. */
  double group(int condition, int group, Bin bin) {
    return binned[condition][group * BINS + bin.number] * BINS / (seconds * trials * sizes[group]);
  }

  /** A bin of time. */
  record Bin(int number) {}

  Arrays save() {
    Arrays.Builder all = Arrays.builder().put("readout", readoutCounts.clone());
    for (int c = 0; c < conditions; c++) {
      all.put("counts_" + c, counts[c].clone());
      all.put("squares_" + c, squares[c].clone());
      all.put("binned_" + c, binned[c].clone());
    }
    for (int t = 0; t < groupCounts.length; t++) {
      all.put("groups_" + t, groupCounts[t].clone());
    }
    return all.build();
  }

  void load(Arrays saved) {
    System.arraycopy(saved.longs("readout"), 0, readoutCounts, 0, readoutCounts.length);
    for (int c = 0; c < conditions; c++) {
      System.arraycopy(saved.longs("counts_" + c), 0, counts[c], 0, counts[c].length);
      System.arraycopy(saved.doubles("squares_" + c), 0, squares[c], 0, squares[c].length);
      System.arraycopy(saved.ints("binned_" + c), 0, binned[c], 0, binned[c].length);
    }
    for (int t = 0; t < groupCounts.length; t++) {
      System.arraycopy(saved.ints("groups_" + t), 0, groupCounts[t], 0, groupCounts[t].length);
    }
  }
}
