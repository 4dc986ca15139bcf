package homeostat.kinds.dale;

import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.ParameterGroup;
import homeostat.dale.network.Teaching;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecordedSequence;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.lab.TrainedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent cells with a readout.
 *
 * @param network its settings
 * @param steps length of a sequence
 * @param trainExcitation whether the task trains anything
 */
record SequenceModel(DaleSequence network, int steps, boolean trainExcitation) implements Model {
  @Override
  public Parameters draw(long seed) {
    return network.draw(seed);
  }

  @Override
  public RecordedModel record(Tape tape, Var x) {
    RecordedSequence made = network.record(tape, x, steps);
    Optional<LocalLoss> loss = network.homeostasis().map(Teaching::local);
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < made.states().size(); i++) {
      Var h = made.states().get(i);
      probes.add(new Probe(network.cell(i), h, Optional.empty(), false, loss, Optional.empty()));
    }
    return new RecordedModel(made.logits(), made.strength(), probes);
  }

  @Override
  public Optional<TrainedSystem> system(Parameters parameters) {
    return SequenceDynamics.of(network, parameters);
  }

  @Override
  public boolean frozen(String parameter) {
    if (parameter.endsWith(".h0")) {
      return !network.learnedStart();
    }
    boolean local =
        network.homeostasis().isPresent()
            && !parameter.startsWith("fc_output.")
            && ParameterGroup.of(parameter).inhibitory();
    return !trainExcitation && !local;
  }

  @Override
  public boolean homeostatic() {
    return network.homeostasis().isPresent();
  }

  @Override
  public long multiplications() {
    long sum = 0;
    long inputs = network.inputs();
    for (int units : network.widths()) {
      sum += (long) steps * units * (inputs + units);
      inputs = units;
    }
    return sum + inputs * network.outputs();
  }

  @Override
  public long activity() {
    long cells = network.widths().stream().mapToLong(width -> 3L * width).sum();
    return steps * (cells + network.inputs());
  }
}
