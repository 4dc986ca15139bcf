package homeostat.spiking.brain;

import java.util.Arrays;

/** Inputs from outside: at the end of a step, v of a neuron is raised by a number of mV. */
public final class DriveEvents {
  private int[] steps = new int[64];
  private int[] neurons = new int[64];
  private double[] weights = new double[64];
  private int size;

  /** Adds an event; any order of steps. */
  public void add(int step, int neuron, double weight) {
    if (size == steps.length) {
      int more = Math.addExact(size, size >> 1);
      steps = Arrays.copyOf(steps, more);
      neurons = Arrays.copyOf(neurons, more);
      weights = Arrays.copyOf(weights, more);
    }
    steps[size] = step;
    neurons[size] = neuron;
    weights[size++] = weight;
  }

  /** Number of events. */
  public int size() {
    return size;
  }

  /** The step of an event. */
  public int step(int event) {
    return steps[event];
  }

  /** The neuron of an event. */
  public int neuron(int event) {
    return neurons[event];
  }

  /** What an event adds to v, mV. */
  public double weight(int event) {
    return weights[event];
  }

  /**
   * Checks that every event is for one of so many neurons.
   *
   * @throws IllegalArgumentException naming the first that is not
   */
  void checkNeurons(int count) {
    for (int i = 0; i < size; i++) {
      if (neurons[i] < 0 || neurons[i] >= count) {
        throw new IllegalArgumentException(
            "input at step "
                + steps[i]
                + " is for neuron "
                + neurons[i]
                + ", the brain has 0 to "
                + (count - 1));
      }
    }
  }

  /**
   * Puts the events in the order of their steps, all within [from, to); equals keep their order.
   */
  void sort(int from, int to) {
    int[] next = new int[to - from + 1];
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      next[steps[i] - from + 1]++;
      sorted &= i == 0 || steps[i] >= steps[i - 1];
    }
    if (sorted) {
      return;
    }
    for (int s = 1; s < next.length; s++) {
      next[s] += next[s - 1];
    }
    int[] newSteps = new int[size];
    int[] newNeurons = new int[size];
    double[] newWeights = new double[size];
    for (int i = 0; i < size; i++) {
      int at = next[steps[i] - from]++;
      newSteps[at] = steps[i];
      newNeurons[at] = neurons[i];
      newWeights[at] = weights[i];
    }
    steps = newSteps;
    neurons = newNeurons;
    weights = newWeights;
  }
}
