package homeostat.spiking.brain;

/**
 * Input events from a list.
 *
 * @param steps [event] ascending
 * @param neurons [event]
 * @param weights [event] what is added to v, mV
 */
public record ListedDrive(int[] steps, int[] neurons, double[] weights) implements Drive {

  /** Checks lengths and order. */
  public ListedDrive {
    if (steps.length != neurons.length || steps.length != weights.length) {
      throw new IllegalArgumentException(
          steps.length + " steps, " + neurons.length + " neurons, " + weights.length + " weights");
    }
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] < steps[i - 1]) {
        throw new IllegalArgumentException("event " + i + " is earlier than the one before it");
      }
    }
  }

  @Override
  public void add(int from, int to, DriveEvents events) {
    int at = java.util.Arrays.binarySearch(steps, from);
    if (at < 0) {
      at = -at - 1;
    }
    while (at > 0 && steps[at - 1] == from) {
      at--;
    }
    for (; at < steps.length && steps[at] < to; at++) {
      events.add(steps[at], neurons[at], weights[at]);
    }
  }
}
