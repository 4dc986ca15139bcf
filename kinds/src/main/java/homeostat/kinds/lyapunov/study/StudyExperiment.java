package homeostat.kinds.lyapunov.study;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.lyapunov.Convergence;
import homeostat.lyapunov.Spectrum;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.system.TangentSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Computes the samples of a study, {@value #WAVE} side by side. A step advances all that are at
 * work by the same number of steps of their systems; which samples work together does not depend on
 * the number of threads.
 */
public final class StudyExperiment implements Experiment<StudyState> {
  /** Samples side by side. */
  static final int WAVE = 8;

  private static final long FIRST_LOOK = 500;

  private final Study study;
  private final Parallel parallel;
  private final List<Sample> wave = new ArrayList<>();
  private final long advance;
  private final long stepsPerWave;

  /**
   * Of a study.
   *
   * @param cost floating-point operations of one step of one sample
   */
  public StudyExperiment(Study study, Parallel parallel, double cost) {
    this.study = study;
    this.parallel = parallel;
    SpectrumRun.Plan plan = study.sample(0).plan();
    advance = advance(cost, plan);
    stepsPerWave = stepsPerWave(plan, advance);
  }

  /** Steps of a system in one step of the experiment: about half a second, or a 20th of all. */
  static long advance(double cost, SpectrumRun.Plan plan) {
    double most = Math.min(20_000, Math.ceil(plan.total() / 20.0));
    return (long) Math.clamp(2e10 / (WAVE * cost), 1, most);
  }

  static long stepsPerWave(SpectrumRun.Plan plan, long advance) {
    return (plan.total() + advance - 1) / advance;
  }

  /** Makes the samples of a wave anew; they are derived, not state. */
  private void gather(int first, int count) {
    Sample[] made = new Sample[count];
    parallel.forEach(count, i -> made[i] = study.sample(first + i));
    wave.clear();
    wave.addAll(List.of(made));
  }

  @Override
  public long steps() {
    return stepsPerWave * ((study.samples() + WAVE - 1) / WAVE);
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(
        Math.max(1, stepsPerWave / 4),
        Math.max(1, stepsPerWave / 2),
        Math.max(1, steps() / 3 / stepsPerWave * stepsPerWave));
  }

  @Override
  public StudyState start(Run run) {
    return new StudyState();
  }

  @Override
  public StudyState step(StudyState state, long step) {
    if (step % stepsPerWave == 0) {
      begin(state);
    }
    parallel.forEach(
        state.working.size(),
        i -> {
          SpectrumRun<?> run = state.working.get(i);
          if (!state.stopped[i]) {
            run.advance(advance);
            look(state, i, run, wave.get(i).plan());
          }
        });
    if ((step + 1) % stepsPerWave == 0) {
      end(state);
    }
    return state;
  }

  private void begin(StudyState state) {
    int first = state.done.size();
    int count = Math.min(WAVE, study.samples() - first);
    gather(first, count);
    state.working.clear();
    for (Sample sample : wave) {
      state.working.add(fresh(sample.system().get(), sample));
    }
    state.stopped = new boolean[count];
    state.nextLook = new long[count];
    java.util.Arrays.fill(state.nextLook, FIRST_LOOK);
  }

  private static <A> SpectrumRun<A> fresh(TangentSystem<A> system, Sample sample) {
    return new SpectrumRun<>(system, sample.start(), sample.frame(), sample.plan());
  }

  /** Looks at times that grow by half, since every look is a chance to stop by luck. */
  private void look(StudyState state, int i, SpectrumRun<?> run, SpectrumRun.Plan plan) {
    long averaged = run.done() - plan.transientSteps() - plan.frameSteps();
    if (study.tolerance() <= 0 || averaged < state.nextLook[i] || run.intervals() < 2) {
      return;
    }
    state.nextLook[i] = averaged + averaged / 2;
    state.stopped[i] = Convergence.of(run.spectrum()).within(study.tolerance());
  }

  private void end(StudyState state) {
    Outcome[] outcomes = new Outcome[state.working.size()];
    parallel.forEach(
        outcomes.length,
        i -> outcomes[i] = Outcomes.of(wave.get(i), state.working.get(i).spectrum(), study));
    state.done.addAll(List.of(outcomes));
    state.working.clear();
  }

  @Override
  public Row row(StudyState state, long step) {
    Row row = new Row().put("samples_done", (long) state.done.size());
    double sum = 0;
    double averaged = 0;
    int count = 0;
    for (SpectrumRun<?> run : state.working) {
      if (run.intervals() > 0) {
        Spectrum spectrum = run.spectrum();
        sum += spectrum.exponents()[0];
        averaged += spectrum.time();
        count++;
      }
    }
    if (state.working.isEmpty()) {
      for (Outcome outcome : lastWave(state.done)) {
        sum += outcome.exponents()[0];
        averaged += outcome.time();
        count++;
      }
    }
    return row.put("lambda_1/mean", count == 0 ? Double.NaN : sum / count)
        .put("time", count == 0 ? 0 : averaged / count);
  }

  private static List<Outcome> lastWave(List<Outcome> done) {
    return done.subList(Math.max(0, done.size() - WAVE), done.size());
  }

  @Override
  public String status(StudyState state) {
    return state.done.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "%d samples, lambda_1 of the last %.4f",
            state.done.size(),
            state.done.getLast().exponents()[0]);
  }

  @Override
  public List<Drawing> drawings(StudyState state, long step) {
    return state.done.isEmpty() ? List.of() : study.drawings(List.copyOf(state.done));
  }

  @Override
  public Arrays save(StudyState state) {
    Arrays.Builder out =
        Arrays.builder()
            .put("counts", new int[] {state.done.size(), state.working.size()})
            .put("next_look", state.nextLook.clone());
    int[] stopped = new int[state.stopped.length];
    for (int i = 0; i < stopped.length; i++) {
      stopped[i] = state.stopped[i] ? 1 : 0;
    }
    out.put("stopped", stopped);
    for (int i = 0; i < state.done.size(); i++) {
      state.done.get(i).save(out, "done/" + i + "/");
    }
    for (int i = 0; i < state.working.size(); i++) {
      out.putAll("working/" + i + "/", state.working.get(i).save());
    }
    return out.build();
  }

  @Override
  public StudyState restore(Arrays saved) {
    StudyState state = new StudyState();
    int[] counts = saved.ints("counts");
    for (int i = 0; i < counts[0]; i++) {
      state.done.add(Outcome.restore(saved.below("done/" + i + "/")));
    }
    gather(counts[0], counts[1]);
    for (int i = 0; i < counts[1]; i++) {
      Sample sample = wave.get(i);
      state.working.add(
          SpectrumRun.restore(
              sample.system().get(), sample.plan(), saved.below("working/" + i + "/")));
    }
    state.nextLook = saved.longs("next_look").clone();
    int[] stopped = saved.ints("stopped");
    state.stopped = new boolean[stopped.length];
    for (int i = 0; i < stopped.length; i++) {
      state.stopped[i] = stopped[i] == 1;
    }
    return state;
  }

  @Override
  public Row finish(StudyState state, Run run) {
    run.text("results.csv", ResultTable.csv(study, state.done));
    run.arrays("results.npz", ResultTable.arrays(state.done));
    Row summary = study.finish(state.done, run);
    return summary.putAll(SelfCheck.of(study.sample(0), state.done.get(0), run));
  }
}
