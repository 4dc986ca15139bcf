package homeostat.kinds.lyapunov.timing;

import homeostat.array.Arrays;
import homeostat.kinds.lyapunov.config.TimingSection;
import homeostat.kinds.lyapunov.figures.TimingFigures;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spectra one after the other, each timed alone; a step is one of them. */
final class TimingExperiment implements Experiment<List<TimedCell.Timed>> {
  private final TimingSection timing;
  private final long seed;
  private final List<TimedCell> cells;

  TimingExperiment(TimingSection timing, long seed) {
    this.timing = timing;
    this.seed = seed;
    cells = TimedCell.all(timing);
  }

  @Override
  public long steps() {
    return cells.size();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 1, Long.MAX_VALUE);
  }

  @Override
  public String stepName() {
    return "spectrum";
  }

  @Override
  public List<TimedCell.Timed> start(Run run) {
    // Compiled code first: the first spectrum is not the slow one.
    cells.get(0).run(timing.precision(), seed);
    return new ArrayList<>();
  }

  @Override
  public List<TimedCell.Timed> step(List<TimedCell.Timed> state, long step) {
    state.add(cells.get((int) step).run(timing.precision(), seed));
    return state;
  }

  @Override
  public Row row(List<TimedCell.Timed> state, long step) {
    TimedCell cell = cells.get((int) step);
    return new Row()
        .put("part", cell.part().name().toLowerCase(Locale.ROOT))
        .put("n", (long) cell.n())
        .put("nle", (long) cell.k())
        .put("tsim", cell.tsim())
        .put("tons", cell.tons())
        .put("seconds", state.getLast().seconds())
        .put("lambda_1", state.getLast().lambda()[0]);
  }

  @Override
  public Arrays save(List<TimedCell.Timed> state) {
    Arrays.Builder out = Arrays.builder().put("done", new int[] {state.size()});
    for (int i = 0; i < state.size(); i++) {
      TimedCell.Timed timed = state.get(i);
      double[] flat = new double[2 * timed.running().length];
      for (int r = 0; r < timed.running().length; r++) {
        System.arraycopy(timed.running()[r], 0, flat, 2 * r, 2);
      }
      out.put(i + "/seconds", new double[] {timed.seconds()})
          .put(i + "/lambda", timed.lambda().clone())
          .put(i + "/running", flat, timed.running().length, 2);
    }
    return out.build();
  }

  @Override
  public List<TimedCell.Timed> restore(Arrays saved) {
    List<TimedCell.Timed> state = new ArrayList<>();
    for (int i = 0; i < saved.ints("done")[0]; i++) {
      double[] flat = saved.doubles(i + "/running");
      double[][] running = new double[flat.length / 2][];
      for (int r = 0; r < running.length; r++) {
        running[r] = new double[] {flat[2 * r], flat[2 * r + 1]};
      }
      state.add(
          new TimedCell.Timed(
              saved.doubles(i + "/seconds")[0], saved.doubles(i + "/lambda"), running));
    }
    return state;
  }

  private TimingFigures.Series series(List<TimedCell.Timed> state, TimedCell.Part part) {
    List<Double> x = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      if (cells.get(i).part() == part) {
        x.add(cells.get(i).x());
        seconds.add(state.get(i).seconds());
      }
    }
    return new TimingFigures.Series(
        x.stream().mapToDouble(v -> v).toArray(), seconds.stream().mapToDouble(v -> v).toArray());
  }

  @Override
  public Row finish(List<TimedCell.Timed> state, Run run) {
    StringBuilder csv = new StringBuilder("part,n,nle,g,tsim,tons,seconds,lambda_1,lambda_k\n");
    List<TimingFigures.Running> running = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      TimedCell cell = cells.get(i);
      TimedCell.Timed timed = state.get(i);
      csv.append(cell.part().name().toLowerCase(Locale.ROOT)).append(',').append(cell.n());
      csv.append(',').append(cell.k()).append(',').append(cell.g()).append(',');
      csv.append(cell.tsim()).append(',').append(cell.tons()).append(',');
      csv.append(timed.seconds()).append(',').append(timed.lambda()[0]).append(',');
      csv.append(timed.lambda()[timed.lambda().length - 1]).append('\n');
      if (cell.part() == TimedCell.Part.INTERVALS) {
        running.add(new TimingFigures.Running(cell.tons(), timed.running()));
      }
    }
    run.text("results.csv", csv.toString());
    String n = "_N" + timing.n();
    run.figure("0_convergence_vs_Tons" + n, TimingFigures.intervals(running));
    run.figure(
        "1_time_vs_nle" + n,
        TimingFigures.time("exponents", series(state, TimedCell.Part.EXPONENTS)));
    run.figure(
        "2_time_vs_tSim" + n,
        TimingFigures.time("simulated time (\u03c4)", series(state, TimedCell.Part.TIMES)));
    run.figure(
        "3_time_vs_netSize" + n, TimingFigures.time("units", series(state, TimedCell.Part.SIZES)));
    double sum = state.stream().mapToDouble(TimedCell.Timed::seconds).sum();
    return new Row().put("spectra", (long) state.size()).put("seconds", sum);
  }
}
