package homeostat.kinds.spiking;

import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikeTrains;
import java.util.Arrays;

/** Input spikes of trial 0 as trains, for figures. */
final class InputTrains {
  private InputTrains() {}

  static SpikeTrains ofFirstTrial(ChunkInput input) {
    int[] offsets = new int[input.inputs() + 1];
    int[] times = new int[64];
    int count = 0;
    for (int i = 0; i < input.inputs(); i++) {
      for (int t = 0; t < input.steps(); t++) {
        if (input.spikes(0, t, i)) {
          if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
          }
          times[count++] = t;
        }
      }
      offsets[i + 1] = count;
    }
    return new SpikeTrains(input.inputs(), 1, input.steps(), offsets, Arrays.copyOf(times, count));
  }
}
