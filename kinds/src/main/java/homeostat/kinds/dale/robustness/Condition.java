package homeostat.kinds.dale.robustness;

import homeostat.kinds.dale.robustness.ChangedImages.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * One network on images of one change.
 *
 * @param network its number
 * @param change what is changed
 * @param level how much
 * @param method how the network adapts
 * @param batch images between adaptations
 */
record Condition(int network, Change change, double level, Method method, int batch) {

  /** All that a config asks for, network by network. */
  static List<Condition> of(RobustnessConfig config, List<SavedNetwork> networks) {
    List<Condition> all = new ArrayList<>();
    int batch = config.adaptation().batch();
    for (int n = 0; n < networks.size(); n++) {
      boolean homeostatic =
          networks.get(n).model().network().architecture()
              == homeostat.dale.network.Architecture.HOMEO_FULL;
      for (double shift : config.changes().shifts()) {
        all.add(new Condition(n, Change.BRIGHTNESS, shift, Method.FROZEN, batch));
        for (Method method : config.adaptation().methods()) {
          if (homeostatic || !method.homeostatic()) {
            all.add(new Condition(n, Change.BRIGHTNESS, shift, method, batch));
          }
        }
      }
      for (double contrast : config.changes().contrasts()) {
        all.add(new Condition(n, Change.CONTRAST, contrast, Method.FROZEN, batch));
      }
      for (double noise : config.changes().noises()) {
        all.add(new Condition(n, Change.NOISE, noise, Method.FROZEN, batch));
      }
      for (double shift : config.adaptation().singleShifts()) {
        for (Method method : config.adaptation().methods()) {
          if (homeostatic || !method.homeostatic()) {
            all.add(new Condition(n, Change.BRIGHTNESS, shift, method, 1));
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
