package homeostat.kinds.lyapunov.training;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.config.TrainedSection;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.training.SpectrumLoss;
import homeostat.lyapunov.training.SpectrumTrainer;
import homeostat.lyapunov.training.Trained;
import homeostat.lyapunov.training.Truncation;
import homeostat.rate.JacobianForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything of a sample that config and seed fix.
 *
 * @param config the config
 * @param seed of everything random
 * @param sample its number
 * @param drawn the network at the start
 * @param loss on its exponents
 */
record TrainingSetup(
    SpectrumTrainingConfig config, long seed, int sample, DrawnNetwork drawn, SpectrumLoss loss) {

  static TrainingSetup of(SpectrumTrainingConfig config, long seed, int sample) {
    boolean file =
        config.network().file().isPresent()
            || config.network().connectome().source() != ConnectomeSection.Source.NONE;
    DrawnNetwork drawn = DrawnNetwork.of(config.network(), seed, file ? 0 : sample, sample);
    SpectrumLoss loss = TargetLoss.of(config.target(), drawn.network().size());
    return new TrainingSetup(config, seed, sample, drawn, loss);
  }

  boolean maximised() {
    return loss.maximised();
  }

  SpectrumTrainer trainer() {
    TrainedSection section = config.trained();
    Trained trained =
        new Trained(
            section.trainWeights(),
            section.trainGains(),
            section.trainShifts(),
            config.target().compat() ? Trained.Sign.FREE : section.sign());
    return new SpectrumTrainer(
        drawn.weights(),
        drawn.network().units(),
        config.network().dt(),
        trained,
        new SpectrumTrainer.Settings(
            config.target().nle(),
            schedule(),
            loss,
            config.target().lr(),
            config.target().compat() ? JacobianForm.PUBLISHED : JacobianForm.TRUE,
            truncation()),
        masks());
  }

  private Schedule schedule() {
    SpectrumTargetSection target = config.target();
    double dt = config.network().dt();
    if (target.compat()) {
      return Schedule.published(target.tsim(), target.tons(), dt);
    }
    return Schedule.of(
        SpectrumRun.Plan.steps(target.transientTime(), dt),
        (int) SpectrumRun.Plan.steps(target.frameTransient(), dt),
        (int) Math.max(1, SpectrumRun.Plan.steps(target.tsim(), dt)),
        (int) Math.max(1, SpectrumRun.Plan.steps(target.tons(), dt)),
        dt);
  }

  private Truncation truncation() {
    return switch (config.target().gradient()) {
      case FULL -> Truncation.FULL;
      case FROZEN -> Truncation.FROZEN;
      case WINDOW ->
          new Truncation(
              Math.max(1, SpectrumRun.Plan.steps(config.target().window(), config.network().dt())));
    };
  }

  /** Which elements move, drawn among those there are. */
  private Map<String, boolean[]> masks() {
    Map<String, boolean[]> masks = new LinkedHashMap<>();
    byte[] signs = drawn.weights().signs();
    boolean[] synapses = new boolean[signs.length];
    for (int e = 0; e < signs.length; e++) {
      synapses[e] = signs[e] != 0;
    }
    boolean[] all = new boolean[drawn.network().units().gains().length];
    java.util.Arrays.fill(all, true);
    mask(masks, SpectrumTrainer.WEIGHTS, synapses, config.trained().numWeights());
    mask(masks, SpectrumTrainer.GAINS, all, config.trained().numGains());
    mask(masks, SpectrumTrainer.SHIFTS, all, config.trained().numShifts());
    return masks;
  }

  private void mask(
      Map<String, boolean[]> masks, String name, boolean[] there, Optional<Integer> number) {
    if (number.isEmpty()) {
      return;
    }
    List<Integer> places = new ArrayList<>();
    for (int e = 0; e < there.length; e++) {
      if (there[e]) {
        places.add(e);
      }
    }
    Draws draws = Stream.of(seed, "mask-" + name).at(sample).draws();
    int[] order = draws.permutation(places.size());
    boolean[] mask = new boolean[there.length];
    for (int i = 0; i < Math.min(number.get(), order.length); i++) {
      mask[places.get(order[i])] = true;
    }
    masks.put(name, mask);
  }

  /** First state of an epoch. */
  double[] start(long epoch, double[] carried) {
    int n = drawn.network().size();
    SpectrumTargetSection target = config.target();
    if (target.compat() || target.start() == SpectrumTargetSection.Start.ZERO) {
      return new double[n];
    }
    return switch (target.start()) {
      case CARRY -> carried;
      case RANDOM -> {
        Draws draws = Stream.of(seed, "epoch-start").at(sample).at(epoch).draws();
        double[] out = new double[n];
        java.util.Arrays.setAll(out, _ -> draws.normal());
        yield out;
      }
      default -> drawn.start();
    };
  }

  /** The frame that every epoch begins with. */
  double[] frame() {
    return StartFrame.draw(
        drawn.network().size(), config.target().nle(), Stream.of(seed, "tangent-frame").at(sample));
  }
}
