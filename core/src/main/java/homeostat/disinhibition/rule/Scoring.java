package homeostat.disinhibition.rule;

import homeostat.disinhibition.ControlLoss;

/** Scores outputs. */
final class Scoring {
  private Scoring() {}

  /** Of some samples of [sample][n] arrays. */
  static Score of(ControlLoss loss, float[] v, float[] y, int from, int samples, int n) {
    double sum = 0;
    long correct = 0;
    for (int b = from; b < from + samples; b++) {
      sum += loss.value(v, b * n, y, b * n, n);
      correct += largest(v, b * n, n) == largest(y, b * n, n) ? 1 : 0;
    }
    return new Score(samples, sum, correct);
  }

  private static int largest(float[] x, int at, int n) {
    int best = 0;
    for (int i = 1; i < n; i++) {
      best = x[at + i] > x[at + best] ? i : best;
    }
    return best;
  }
}
