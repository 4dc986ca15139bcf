package homeostat.disinhibition.teacher;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Sums of nothing but one sine a channel: x_i(t) = amplitude_i sin(2 pi frequency_i t + phase_i).
 *
 * @param amplitude of each channel
 * @param frequency of each channel, Hz
 * @param phase of each channel, radians
 */
public record Signals(double[] amplitude, double[] frequency, double[] phase) {

  /** Amplitudes of 0.1 to 1, frequencies of 0.1 to 2 Hz, phases of 0 to pi. */
  public static Signals draw(int channels, long seed) {
    Draws draws = Stream.of(seed, "teacher-inputs").draws();
    double[] amplitude = new double[channels];
    double[] frequency = new double[channels];
    double[] phase = new double[channels];
    for (int i = 0; i < channels; i++) {
      amplitude[i] = 0.1 + 0.9 * draws.uniform();
      frequency[i] = 0.1 + 1.9 * draws.uniform();
      phase[i] = Math.PI * draws.uniform();
    }
    return new Signals(amplitude, frequency, phase);
  }

  /** Number of channels. */
  public int channels() {
    return amplitude.length;
  }

  /** Samples {@code count} times, {@code dt} apart from {@code start} on, [time][channel]. */
  public double[] sample(double start, double dt, int count) {
    int channels = channels();
    double[] x = new double[count * channels];
    for (int k = 0; k < count; k++) {
      double t = start + k * dt;
      for (int i = 0; i < channels; i++) {
        x[k * channels + i] =
            amplitude[i] * StrictMath.sin(2 * Math.PI * frequency[i] * t + phase[i]);
      }
    }
    return x;
  }
}
