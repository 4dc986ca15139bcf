package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.connectome.NeuronTable;
import homeostat.kinds.lyapunov.figures.TrainingFigures;
import homeostat.kinds.lyapunov.published.TrainingFiles;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.TrainedSystem;
import homeostat.lab.figure.Drawing;
import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumTrainer;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import homeostat.rate.RateStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Networks trained side by side; a step is an epoch of each. */
public final class TrainingExperiment implements Experiment<List<TrainingSample>> {
  private static final List<String> NAMES =
      List.of(SpectrumTrainer.WEIGHTS, SpectrumTrainer.GAINS, SpectrumTrainer.SHIFTS);

  private final SpectrumTrainingConfig config;
  private final long seed;
  private final Parallel parallel;
  private final List<TrainingSetup> setups = new ArrayList<>();

  public TrainingExperiment(SpectrumTrainingConfig config, long seed, Parallel parallel) {
    this.config = config;
    this.seed = seed;
    this.parallel = parallel;
    for (int s = 0; s < config.target().nSamples(); s++) {
      setups.add(TrainingSetup.of(config, seed, s));
    }
  }

  @Override
  public long steps() {
    return config.target().nEpochs();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 20, Math.max(1, config.target().nEpochs() / 4));
  }

  @Override
  public String stepName() {
    return "epoch";
  }

  @Override
  public String figurePrefix() {
    return "epoch";
  }

  @Override
  public List<TrainingSample> start(Run run) {
    return fresh();
  }

  private List<TrainingSample> fresh() {
    List<TrainingSample> samples = new ArrayList<>();
    for (TrainingSetup setup : setups) {
      samples.add(new TrainingSample(setup.trainer(), setup.drawn().start()));
    }
    return samples;
  }

  @Override
  public List<TrainingSample> step(List<TrainingSample> state, long step) {
    SpectrumTargetSection target = config.target();
    parallel.forEach(
        state.size(),
        s -> {
          TrainingSample sample = state.get(s);
          if (sample.done) {
            return;
          }
          TrainingSetup setup = setups.get(s);
          Arrays before = sample.trainer.save();
          SpectrumTrainer.Epoch epoch =
              sample.trainer.train(setup.start(step, sample.carried), setup.frame());
          double[] row = new double[1 + epoch.exponents().length];
          row[0] = epoch.loss();
          System.arraycopy(epoch.exponents(), 0, row, 1, epoch.exponents().length);
          sample.course.add(row);
          double cost = setup.maximised() ? -epoch.loss() : epoch.loss();
          if (cost < sample.bestLoss) {
            sample.bestLoss = cost;
            sample.best = before;
          }
          sample.carried = epoch.end();
          double[] norms = new double[NAMES.size()];
          java.util.Arrays.setAll(norms, i -> epoch.norms().getOrDefault(NAMES.get(i), 0.0));
          sample.norms.add(norms);
          sample.done = target.earlyStopping() > 0 && epoch.loss() < target.earlyStopping();
        });
    return state;
  }

  @Override
  public Row row(List<TrainingSample> state, long step) {
    Row row = new Row();
    double loss = 0;
    for (TrainingSample sample : state) {
      loss += sample.loss() / state.size();
    }
    row.put("loss", loss);
    for (int s = 0; s < state.size(); s++) {
      TrainingSample sample = state.get(s);
      String place = state.size() == 1 ? "" : "/sample_" + s;
      if (state.size() > 1) {
        row.put("loss" + place, sample.loss());
      }
      row.put("lambda_max" + place, sample.largest());
      for (int i = 0; i < NAMES.size(); i++) {
        row.put("grad_" + NAMES.get(i) + place, sample.norms.getLast()[i]);
      }
    }
    return row;
  }

  @Override
  public String status(List<TrainingSample> state) {
    TrainingSample first = state.get(0);
    return first.course.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT, "loss %.3g, largest exponent %.3f", first.loss(), first.largest());
  }

  private List<TrainingFigures.Course> courses(List<TrainingSample> state) {
    List<TrainingFigures.Course> out = new ArrayList<>();
    for (int s = 0; s < state.size(); s++) {
      TrainingSample sample = state.get(s);
      SpectrumTrainer before = setups.get(s).trainer();
      SpectrumTrainer after = best(s, sample);
      out.add(
          new TrainingFigures.Course(
              List.copyOf(sample.course),
              present(before),
              present(after),
              before.values(SpectrumTrainer.GAINS),
              after.values(SpectrumTrainer.GAINS),
              before.values(SpectrumTrainer.SHIFTS),
              after.values(SpectrumTrainer.SHIFTS)));
    }
    return out;
  }

  /** The couplings of synapses there are. */
  private static double[] present(SpectrumTrainer trainer) {
    return java.util.Arrays.stream(trainer.coupling()).filter(j -> j != 0).toArray();
  }

  /** The parameters of the lowest loss; the last ones where training is as published. */
  private SpectrumTrainer best(int s, TrainingSample sample) {
    if (config.target().compat()) {
      return sample.trainer;
    }
    SpectrumTrainer trainer = setups.get(s).trainer();
    trainer.load(sample.best);
    return trainer;
  }

  private TrainingFigures figures(List<TrainingSample> state) {
    return new TrainingFigures(
        courses(state),
        config.trained().trainWeights(),
        config.trained().trainGains(),
        config.trained().trainShifts());
  }

  @Override
  public List<Drawing> drawings(List<TrainingSample> state, long step) {
    TrainingFigures figures = figures(state);
    return List.of(
        new Drawing("training", figures::training), new Drawing("parameters", figures::parameters));
  }

  @Override
  public Arrays save(List<TrainingSample> state) {
    Arrays.Builder out = Arrays.builder();
    for (int s = 0; s < state.size(); s++) {
      out.putAll("sample_" + s + "/", state.get(s).save());
    }
    return out.build();
  }

  @Override
  public List<TrainingSample> restore(Arrays saved) {
    List<TrainingSample> state = fresh();
    for (int s = 0; s < state.size(); s++) {
      state.get(s).load(saved.below("sample_" + s + "/"));
    }
    return state;
  }

  @Override
  public OptionalDouble score(List<TrainingSample> state) {
    double sum = state.stream().mapToDouble(TrainingSample::loss).sum() / state.size();
    return OptionalDouble.of(setups.get(0).maximised() ? -sum : sum);
  }

  @Override
  public Optional<TrainedSystem> system(List<TrainingSample> state) {
    RateNetwork network = best(0, state.get(0)).network();
    return Optional.of(
        new TrainedSystem(() -> new RateStep(network), setups.get(0).drawn().start()));
  }

  @Override
  public Row finish(List<TrainingSample> state, Run run) {
    TrainingFigures figures = figures(state);
    run.figure("training", figures.training());
    run.figure("parameters", figures.parameters());
    TrainingResult[] results = new TrainingResult[state.size()];
    parallel.forEach(
        results.length, s -> results[s] = TrainingResult.of(setups.get(s), best(s, state.get(s))));
    for (int s = 0; s < results.length; s++) {
      results[s].tell(s, run);
      run.arrays("networks/sample_" + s + ".npz", results[s].network());
    }
    run.text("results.csv", TrainingResult.csv(results, state));
    if (config.network().connectome().source() != ConnectomeSection.Source.NONE) {
      run.text("networks/neurons.csv", NeuronTable.csv(config.network(), seed));
    }
    run.figure("exponents", TrainingFigures.exponents(TrainingResult.bars(results)));
    if (config.target().compat()) {
      TrainingFiles.Course[] published = new TrainingFiles.Course[state.size()];
      parallel.forEach(
          published.length, s -> published[s] = published(setups.get(s), state.get(s)));
      TrainingFiles.write(config, List.of(published), run);
    }
    Row summary = TrainingResult.summary(results, state);
    return config.target().raw() ? summary.putAll(RawSpectra.of(setups, parallel, run)) : summary;
  }

  /** Its last spectrum has all exponents but one, from the state that training left. */
  private TrainingFiles.Course published(TrainingSetup setup, TrainingSample sample) {
    RateNetwork network = sample.trainer.network();
    int n = network.size();
    int k = Math.max(1, n - 1);
    double[] spectrum =
        PublishedSpectrum.of(
                new RateSystem<>(Arithmetic.float64(), network, JacobianForm.PUBLISHED),
                sample.carried,
                StartFrame.draw(n, k, Stream.of(seed, "published-frame").at(setup.sample())),
                config.target().tsim(),
                config.target().tons(),
                config.network().dt())
            .exponents();
    double[] loss = sample.course.stream().mapToDouble(row -> row[0]).toArray();
    double[] largest =
        sample.course.stream()
            .mapToDouble(row -> java.util.Arrays.stream(row, 1, row.length).max().orElse(0))
            .toArray();
    return new TrainingFiles.Course(loss, largest, sample.norms.toArray(double[][]::new), spectrum);
  }
}
