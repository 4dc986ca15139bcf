package homeostat.kinds.spiking.recording;

import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikeTrains;
import java.util.Arrays;

/** Input spikes of trial 0 as trains, for figures. */
public final class InputTrains {
  private InputTrains() {}

  /** Of trial 0. */
  public static SpikeTrains ofFirstTrial(ChunkInput input) {
    return of(input, 1);
  }

  /** Of the first trials. */
  public static SpikeTrains of(ChunkInput input, int trials) {
    int[] offsets = new int[input.inputs() * trials + 1];
    int[] times = new int[64];
    int count = 0;
    for (int i = 0; i < input.inputs(); i++) {
      for (int b = 0; b < trials; b++) {
        for (int t = 0; t < input.steps(); t++) {
          if (input.spikes(b, t, i)) {
            if (count == times.length) {
              times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = t;
          }
        }
        offsets[i * trials + b + 1] = count;
      }
    }
    return new SpikeTrains(
        input.inputs(), trials, input.steps(), offsets, Arrays.copyOf(times, count));
  }
}
