package homeostat.kinds.robustness;

import homeostat.kinds.robustness.ChangedImages.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  /** All that a config asks for and the networks can do, network by network. */
  static List<Condition> of(RobustnessConfig config, List<Networks.Described> networks) {
    List<Condition> all = new ArrayList<>();
    int batch = config.adaptation().batch();
    for (int n = 0; n < networks.size(); n++) {
      Set<Method> can = networks.get(n).able();
      List<Method> methods = config.adaptation().methods().stream().filter(can::contains).toList();
      for (double shift : config.changes().shifts()) {
        all.add(new Condition(n, Change.BRIGHTNESS, shift, Method.FROZEN, batch));
        for (Method method : methods) {
          all.add(new Condition(n, Change.BRIGHTNESS, shift, method, batch));
        }
      }
      for (double contrast : config.changes().contrasts()) {
        all.add(new Condition(n, Change.CONTRAST, contrast, Method.FROZEN, batch));
      }
      for (double noise : config.changes().noises()) {
        all.add(new Condition(n, Change.NOISE, noise, Method.FROZEN, batch));
      }
      for (double shift : config.adaptation().singleShifts()) {
        for (Method method : methods) {
          all.add(new Condition(n, Change.BRIGHTNESS, shift, method, 1));
        }
      }
    }
    return List.copyOf(all);
  }
}
