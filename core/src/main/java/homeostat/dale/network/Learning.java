package homeostat.dale.network;

/** Which parameters of a network learn at all. */
public final class Learning {
  private Learning() {}

  /**
   * Whether a parameter stays as it began: feedback matrices, centring weights, and Wei of fully
   * homeostatic layers always; all that the task alone trains if excitation does not learn.
   *
   * @param name of the parameter
   * @param trainExcitation whether the task trains anything
   */
  public static boolean frozen(DaleNetwork network, String name, boolean trainExcitation) {
    String own = name.substring(name.lastIndexOf('.') + 1);
    boolean output = name.startsWith("fc_output.");
    if (own.equals("center_weights") || own.equals("feedback")) {
      return true;
    }
    if (!output && network.architecture() == Architecture.HOMEO_FULL && own.equals("Wei")) {
      return true;
    }
    boolean local =
        !output && network.architecture().homeostatic() && ParameterGroup.of(name).inhibitory();
    return !trainExcitation && !local;
  }
}
