package homeostat.kinds.dale;

import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.Learning;
import homeostat.dale.network.RecordedLayer;
import homeostat.dale.network.RecordedNetwork;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.List;
import java.util.Optional;

/**
 * A feed-forward network.
 *
 * @param network its settings
 * @param trainExcitation whether the task trains anything
 */
public record LayeredModel(DaleNetwork network, boolean trainExcitation) implements Model {
  @Override
  public Parameters draw(long seed) {
    return network.draw(seed);
  }

  @Override
  public RecordedModel record(Tape tape, Var x) {
    RecordedNetwork made = network.record(tape, x);
    List<Probe> probes = made.hidden().stream().map(this::probe).toList();
    return new RecordedModel(made.logits(), made.strength(), probes);
  }

  private Probe probe(RecordedLayer layer) {
    Optional<LocalLoss> loss =
        homeostatic() ? Optional.of(network.teaching().local()) : Optional.empty();
    boolean divisive = network.architecture() == Architecture.HOMEO_FULL;
    return new Probe(
        layer.name(), layer.output(), layer.drive(), divisive, loss, Optional.of(layer));
  }

  @Override
  public boolean frozen(String parameter) {
    return Learning.frozen(network, parameter, trainExcitation);
  }

  @Override
  public boolean homeostatic() {
    return network.architecture().homeostatic();
  }

  @Override
  public long multiplications() {
    long sum = 0;
    for (int i = 0; i < network.layers(); i++) {
      long inputs = network.widths().get(i);
      long units = network.widths().get(i + 1);
      boolean twice = network.architecture() == Architecture.HOMEO_FULL && i < network.layers() - 1;
      sum += inputs * units * (twice ? 2 : 1) + network.inhibitory(i) * (inputs + units);
    }
    return sum;
  }

  @Override
  public long activity() {
    return network.widths().stream().mapToLong(width -> 16L * width).sum();
  }
}
