package homeostat.kinds.spiking.recording;

import homeostat.spiking.SpikingNetwork;
import java.util.stream.IntStream;

/** The cells that figures look into. */
public final class Probes {
  private static final int PER_TYPE = 12;

  private Probes() {}

  /** The cells that are recorded from: evenly spread over the neurons of each type. */
  public static int[] cells(SpikingNetwork network) {
    int[] cellTypes = network.cellTypes();
    return IntStream.range(0, network.physiology().types())
        .flatMap(type -> {
          int[] members =
              IntStream.range(0, cellTypes.length).filter(n -> cellTypes[n] == type).toArray();
          int count = Math.min(PER_TYPE, members.length);
          return IntStream.range(0, count)
              .map(i -> members[(int) ((long) i * members.length / count)]);
        })
        .toArray();
  }
}
