package homeostat.disinhibition.teacher;

/**
 * A signal given at equal distances, linear between; beyond its ends the first and last lines go
 * on.
 *
 * @param start time of the first sample, s
 * @param dt distance, s
 * @param channels of the signal
 * @param values [time][channel]
 */
public record Sampled(double start, double dt, int channels, double[] values) {

  /** Writes the signal at a time. */
  public void at(double t, double[] out) {
    int last = values.length / channels - 1;
    double place = (t - start) / dt;
    int k = (int) Math.clamp((long) Math.floor(place), 0L, Math.max(0L, last - 1L));
    double share = place - k;
    int next = Math.min(k + 1, last);
    for (int i = 0; i < channels; i++) {
      double a = values[k * channels + i];
      out[i] = a + share * (values[next * channels + i] - a);
    }
  }
}
