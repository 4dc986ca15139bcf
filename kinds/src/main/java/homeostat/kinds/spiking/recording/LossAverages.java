package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.lab.Row;
import homeostat.spiking.learning.ChunkOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Losses, and what they remark, averaged over the chunks since the last row of metrics, and the
 * totals that "best" is judged by.
 */
public final class LossAverages {
  private static final String TOTAL = "total";
  private static final String LOSS = "_loss";

  private final int span;
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int chunks;
  private double[] totals = new double[0];

  /**
   * @param span chunks over which the total is averaged for the choice of the best checkpoint
   */
  public LossAverages(int span) {
    this.span = span;
  }

  /** Takes in what happened. */
  public void add(ChunkOutcome outcome) {
    outcome.losses().forEach((name, value) -> sums.merge(name + LOSS, value, Double::sum));
    sums.merge(TOTAL + LOSS, outcome.total(), Double::sum);
    outcome.remarks().forEach((name, value) -> sums.merge(name, value, Double::sum));
    chunks++;
    int kept = Math.min(totals.length, span - 1);
    double[] next = new double[kept + 1];
    System.arraycopy(totals, totals.length - kept, next, 0, kept);
    next[kept] = outcome.total();
    totals = next;
  }

  /** Columns {@code <loss>_loss} and what the losses remark besides; starts anew. */
  public Row take() {
    Row row = new Row();
    sums.forEach((name, sum) -> row.put(name, sum / chunks));
    sums.clear();
    chunks = 0;
    return row;
  }

  /** Mean of the totals of the last chunks. */
  public double recent() {
    double sum = 0;
    for (double total : totals) {
      sum += total;
    }
    return sum / totals.length;
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    Arrays.Builder saved =
        Arrays.builder().put("chunks", new int[] {chunks}).put("totals", totals.clone());
    sums.forEach((name, sum) -> saved.put("sums/" + name, new double[] {sum}));
    return saved.build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    chunks = saved.ints("chunks")[0];
    totals = saved.doubles("totals");
    sums.clear();
    Arrays stored = saved.below("sums/");
    stored.names().forEach(name -> sums.put(name, stored.doubles(name)[0]));
  }
}
