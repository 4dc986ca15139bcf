package homeostat.kinds.lyapunov.network;

import homeostat.kinds.lyapunov.config.NetworkSection;

/** How many units a network has, where a file says it. */
public final class NetworkSize {
  private NetworkSize() {}

  /**
   * The section with the number of units that its network will have.
   *
   * @throws homeostat.array.FormatException if its file is wrong
   */
  public static NetworkSection known(NetworkSection section) {
    return section.sized()
        ? section
        : section.withN(DrawnNetwork.of(section, 0, 0, 0).network().size());
  }
}
