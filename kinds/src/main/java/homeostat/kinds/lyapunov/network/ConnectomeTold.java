package homeostat.kinds.lyapunov.network;

import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.connectome.ConnectomeNetwork;
import homeostat.lab.Setup;

/** Tells what a connectome became, where there is one. */
public final class ConnectomeTold {
  private ConnectomeTold() {}

  public static void tell(NetworkSection network, Setup setup) {
    if (network.connectome().source() != ConnectomeSection.Source.NONE) {
      setup
          .note()
          .accept(
              ConnectomeNetwork.of(network.connectome(), network.g(), network.n(), setup.seed())
                  .told());
    }
  }
}
