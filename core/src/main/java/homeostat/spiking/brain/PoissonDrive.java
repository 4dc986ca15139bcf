package homeostat.spiking.brain;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;

/**
 * Independent Poisson input to groups of neurons: in each step of dt an event with probability
 * {@code rate dt}. Gaps between events are drawn, which is the same process; it has no memory, so
 * each block of steps starts afresh and an event depends on (seed, trial, group, neuron, block)
 * alone.
 *
 * @param groups who gets how much
 * @param dt time step, ms
 * @param stream of this trial
 */
public record PoissonDrive(List<Group> groups, double dt, Stream stream) implements Drive {
  private static final int BLOCK = 1024;

  /**
   * Neurons of one rate.
   *
   * @param neurons who
   * @param rate Hz
   * @param weight what an event adds to v, mV
   * @param start first step with input
   * @param end first step without it again
   */
  public record Group(int[] neurons, double rate, double weight, int start, int end) {}

  /** Checks that no step has more than one event on average. */
  public PoissonDrive {
    groups = List.copyOf(groups);
    for (Group group : groups) {
      double probability = group.rate * dt / 1000;
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "rate = " + group.rate + " Hz is not between 0 and one event a step of " + dt + " ms");
      }
    }
  }

  /** The drive of one trial under one seed. */
  public static PoissonDrive of(List<Group> groups, double dt, long seed, int trial) {
    return new PoissonDrive(groups, dt, Stream.of(seed, "brain-drive").at(trial));
  }

  @Override
  public void add(int from, int to, DriveEvents events) {
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      int first = Math.max(from, group.start);
      int last = Math.min(to, group.end);
      double probability = group.rate * dt / 1000;
      if (first >= last || probability == 0) {
        continue;
      }
      double scale = 1 / StrictMath.log1p(-probability); // -0 at certainty: every gap is 0
      for (int neuron : group.neurons) {
        for (int block = first / BLOCK; block <= (last - 1) / BLOCK; block++) {
          Draws draws = stream.at(g).at(neuron).at(block).draws();
          long step = (long) block * BLOCK - 1;
          long end = Math.min(last, (block + 1L) * BLOCK);
          while (true) {
            step += 1 + (long) (StrictMath.log1p(-draws.uniform()) * scale);
            if (step >= end) {
              break;
            }
            if (step >= first) {
              events.add((int) step, neuron, group.weight);
            }
          }
        }
      }
    }
  }
}
