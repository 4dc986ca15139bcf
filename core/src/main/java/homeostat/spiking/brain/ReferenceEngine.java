package homeostat.spiking.brain;

import homeostat.array.Arrays;
import homeostat.connectome.brain.SynapseRows;

/**
 * The model as it is written: potentials in mV, every neuron in every step, a counter for the
 * refractory. Slow, and the truth that the other engines are held against. The linear equations are
 * propagated exactly over a step,
 *
 * <pre>
 *   v <- v_rest + a (v - v_rest) + b g      g <- c g
 *   a = e^(-dt/tau_m)   c = e^(-dt/tau_syn)   b = tau_syn / (tau_m - tau_syn) (a - c)
 * </pre>
 */
public final class ReferenceEngine implements BrainEngine {
  private final BrainNetwork network;
  private final BrainParameters parameters;
  private final boolean integrating;
  private final double a;
  private final double b;
  private final double c;

  /** For this network. */
  public ReferenceEngine(BrainNetwork network) {
    this.network = network;
    this.parameters = network.parameters();
    this.integrating = parameters.refractoriness() == BrainParameters.Refractoriness.INTEGRATING;
    this.a = StrictMath.exp(-parameters.dt() / parameters.tauMembrane());
    this.c = StrictMath.exp(-parameters.dt() / parameters.tauSynapse());
    this.b =
        parameters.tauSynapse() / (parameters.tauMembrane() - parameters.tauSynapse()) * (a - c);
  }

  @Override
  public BrainState start() {
    return new ReferenceState(network);
  }

  @Override
  public BrainState restore(Arrays saved) {
    ReferenceState state = new ReferenceState(network);
    state.load(saved);
    return state;
  }

  @Override
  public void advance(BrainState state, Drive drive, int steps, SpikeList spikes) {
    if (!(state instanceof ReferenceState own)) {
      throw new IllegalArgumentException("the state is not of this engine");
    }
    int end = Math.addExact(own.step, steps);
    DriveEvents events = drive.events(own.step, end);
    events.checkNeurons(network.neurons());
    int event = 0;
    for (; own.step < end; own.step++) {
      int[] fired = fire(own);
      for (int s = own.recent.offset(0); s < own.recent.offset(1); s++) {
        deliver(own, own.recent.neuron(s));
      }
      for (; event < events.size() && events.step(event) == own.step; event++) {
        int neuron = events.neuron(event);
        if (own.step >= own.activeFrom[neuron]) {
          own.v[neuron] += events.weight(event);
        }
      }
      for (int neuron : fired) {
        own.v[neuron] = parameters.reset();
        if (!integrating) {
          own.g[neuron] = 0;
        }
        spikes.add(own.step, neuron);
      }
      own.recent.shift(fired);
    }
  }

  /** The potential of a neuron above rest, mV, for tests and figures. */
  public double potential(BrainState state, int neuron) {
    if (!(state instanceof ReferenceState own)) {
      throw new IllegalArgumentException("the state is not of this engine");
    }
    return own.v[neuron] - parameters.rest();
  }

  private int[] fire(ReferenceState state) {
    int[] fired = new int[8];
    int count = 0;
    for (int i = 0; i < network.neurons(); i++) {
      if (state.step >= state.activeFrom[i]) {
        double u = a * (state.v[i] - parameters.rest()) + b * state.g[i];
        state.v[i] = parameters.rest() + u;
        state.g[i] *= c;
        if (u > parameters.firesAbove()) {
          state.activeFrom[i] = state.step + network.deafSteps(i);
          if (count == fired.length) {
            fired = java.util.Arrays.copyOf(fired, 2 * count);
          }
          fired[count++] = i;
        }
      } else if (integrating) {
        state.g[i] *= c;
      }
    }
    return java.util.Arrays.copyOf(fired, count);
  }

  private void deliver(ReferenceState state, int sender) {
    if (network.silenced()[sender]) {
      return;
    }
    SynapseRows rows = network.rows();
    for (int e = rows.offsets()[sender]; e < rows.offsets()[sender + 1]; e++) {
      int target = rows.target(e);
      if (integrating || state.step >= state.activeFrom[target]) {
        state.g[target] += parameters.perSynapse() * rows.weight(e);
      }
      state.events++;
    }
  }
}
