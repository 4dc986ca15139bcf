package homeostat.homeostasis;

/**
 * What a unit hears of the class that it is not of: the mean error of those units of the other
 * class that send to it.
 *
 * @param units number of units
 * @param receiver [link] receiving unit
 * @param sender [link] a unit of the other class that sends to it
 */
public record OtherClass(int units, int[] receiver, int[] sender) {

  /** Every unit hears all units of the other class, as cell types do. */
  public static OtherClass all(boolean[] excites) {
    int[] receiver = new int[excites.length * excites.length];
    int[] sender = new int[receiver.length];
    int links = 0;
    for (int to = 0; to < excites.length; to++) {
      for (int from = 0; from < excites.length; from++) {
        if (excites[from] != excites[to]) {
          receiver[links] = to;
          sender[links++] = from;
        }
      }
    }
    return new OtherClass(
        excites.length,
        java.util.Arrays.copyOf(receiver, links),
        java.util.Arrays.copyOf(sender, links));
  }

  /** [unit] Mean of the errors heard; 0 for a unit that hears none. */
  public double[] heard(double[] errors) {
    double[] sum = new double[units];
    int[] count = new int[units];
    for (int i = 0; i < receiver.length; i++) {
      sum[receiver[i]] += errors[sender[i]];
      count[receiver[i]]++;
    }
    for (int u = 0; u < units; u++) {
      sum[u] /= Math.max(1, count[u]);
    }
    return sum;
  }
}
