package homeostat.spiking.input;

import homeostat.connectome.Assemblies;
import homeostat.kernel.Csr;

/**
 * One pattern of input rates for each assembly. The score of input i for assembly a is {@code sum_j
 * V_ij} over the neurons j of the assembly that have the target type. Of each input type, the
 * {@code n_up = floor(n modulation_fraction)} inputs with the largest score (of equal ones the
 * first) fire at {@code up = baseline + modulation}, all others at
 *
 * <pre>
 *   down = (n baseline - n_up up) / (n - n_up)
 * </pre>
 *
 * <p>so that the mean of the type stays at its baseline. A strong modulation of many inputs makes
 * {@code down} negative, see {@link #negative}: such an input is silent until mixing lifts it.
 *
 * @param rates [pattern][input] Hz
 */
public record OdourPatterns(double[][] rates) {

  /**
   * How the inputs of a type are modulated.
   *
   * @param baseline mean rate, Hz
   * @param modulation what chosen inputs fire more, Hz
   * @param fraction share of the inputs that is chosen
   */
  public record Modulation(double baseline, double modulation, double fraction) {

    /** Checks the share and the rates. */
    public Modulation {
      if (!(baseline >= 0) || !(baseline + modulation >= 0) || !(fraction >= 0 && fraction < 1)) {
        throw new IllegalArgumentException(
            "odour rates: baseline "
                + baseline
                + " Hz, modulation "
                + modulation
                + " Hz, fraction "
                + fraction
                + "; rates must not be negative and the fraction must be below 1");
      }
    }
  }

  /**
   * The patterns of a wiring.
   *
   * @param feedforward V
   * @param cellTypes [neuron] cell type
   * @param inputTypes [input] input type
   * @param modulation [input type]
   * @param target the cell type whose drive counts
   */
  public static OdourPatterns of(
      Csr feedforward,
      Assemblies assemblies,
      int[] cellTypes,
      int[] inputTypes,
      Modulation[] modulation,
      int target) {
    double[][] rates = new double[assemblies.count()][inputTypes.length];
    for (int a = 0; a < rates.length; a++) {
      double[] scores = scores(feedforward, assemblies.ids(), cellTypes, a, target);
      for (int type = 0; type < modulation.length; type++) {
        fill(rates[a], scores, inputTypes, type, modulation[type]);
      }
    }
    return new OdourPatterns(rates);
  }

  /** Number of rates below zero. */
  public long negative() {
    return java.util.Arrays.stream(rates)
        .flatMapToDouble(java.util.Arrays::stream)
        .filter(rate -> rate < 0)
        .count();
  }

  /** [input] the baseline rate of each input, Hz. */
  public static double[] baseline(int[] inputTypes, Modulation[] modulation) {
    double[] rates = new double[inputTypes.length];
    java.util.Arrays.setAll(rates, i -> modulation[inputTypes[i]].baseline());
    return rates;
  }

  private static double[] scores(Csr wiring, int[] assembly, int[] types, int a, int target) {
    double[] scores = new double[wiring.rows()];
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < wiring.entries(); e++) {
      int j = wiring.columns()[e];
      if (assembly[j] == a && types[j] == target) {
        scores[rowOf[e]] += wiring.values()[e];
      }
    }
    return scores;
  }

  private static void fill(
      double[] rates, double[] scores, int[] inputTypes, int type, Modulation modulation) {
    Integer[] members =
        java.util.stream.IntStream.range(0, inputTypes.length)
            .filter(i -> inputTypes[i] == type)
            .boxed()
            .sorted((i, j) -> Double.compare(scores[j], scores[i]))
            .toArray(Integer[]::new);
    int n = members.length;
    int raised = (int) (n * modulation.fraction());
    double up = modulation.baseline() + modulation.modulation();
    double down = (n * modulation.baseline() - raised * up) / (n - raised);
    for (int rank = 0; rank < n; rank++) {
      rates[members[rank]] = rank < raised ? up : down;
    }
  }
}
