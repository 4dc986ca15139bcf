package homeostat.spiking.brain;

/**
 * Neurons that are refractory, with the step at whose end they integrate again; first in, first
 * out.
 */
final class ReleaseQueue {
  private int[] steps = new int[64];
  private int[] neurons = new int[64];
  private int head;
  private int size;

  void add(int step, int neuron) {
    if (size == steps.length) {
      grow();
    }
    int at = head + size & steps.length - 1;
    steps[at] = step;
    neurons[at] = neuron;
    size++;
  }

  /** Whether the first one is due at the end of this step. */
  boolean due(int step) {
    return size > 0 && steps[head] == step;
  }

  /** Takes the first one. */
  int take() {
    int neuron = neurons[head];
    head = head + 1 & steps.length - 1;
    size--;
    return neuron;
  }

  int size() {
    return size;
  }

  int stepAt(int i) {
    return steps[head + i & steps.length - 1];
  }

  int neuronAt(int i) {
    return neurons[head + i & steps.length - 1];
  }

  private void grow() {
    int[] moreSteps = new int[2 * size];
    int[] moreNeurons = new int[2 * size];
    for (int i = 0; i < size; i++) {
      moreSteps[i] = stepAt(i);
      moreNeurons[i] = neuronAt(i);
    }
    steps = moreSteps;
    neurons = moreNeurons;
    head = 0;
  }
}
