package homeostat.connectome.format;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.region.RegionConnectome;
import java.nio.file.Path;

/** Regions as a connectome of which they are the nodes, with the decisions that change a graph. */
public final class RegionWiring {
  private RegionWiring() {}

  /** Refuses decisions that mean nothing for regions. */
  public static void check(Path name, ReadOptions options) {
    Idle.refuse(name, options, Idle.Source.REGIONS);
  }

  /**
   * The connections between regions: their weights above 0.
   *
   * @param name what messages call them
   * @param dropped hears of every connection that is left out
   * @throws homeostat.array.FormatException naming the connection that the options refuse
   */
  public static Connectome of(
      RegionConnectome regions, Path name, ReadOptions options, Dropped dropped) {
    check(name, options);
    Wire wire = new Wire(name, options, dropped);
    int r = regions.size();
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        double weight = regions.weight(i, j);
        if (weight > 0 || (weight < 0 && !options.signed())) {
          int sender = i;
          int receiver = j;
          wire.add(
              i,
              j,
              weight,
              () -> regions.regions().label(sender) + " to " + regions.regions().label(receiver));
        }
      }
    }
    ReadWiring read = wire.read(regions.regions(), true, regions.provenance());
    return Connectome.of(
        regions.regions(), CellTypes.single("region", r), read.weights(), read.provenance());
  }
}
