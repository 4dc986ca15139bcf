package homeostat.kinds.disinhibition.legacy;

import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of the published configuration, of which one option is chosen.
 *
 * @param path as on the command line, for example {@code model/vf}
 * @param section what its keys lie under
 * @param key the key that holds the choice here; empty where there is but one
 * @param options published option to value here
 */
record Group(String path, String section, String key, Map<String, String> options) {
  private static final List<Group> ALL =
      List.of(
          of("dataset", "dataset.name", Map.of("mnist", "MNIST", "fmnist", "FashionMNIST")),
          of("dataset/loss", "dataset.loss.name", same("softmax-cross-entropy", "mse")),
          of("model", "", same("default")),
          of("model/vf", "model.vf.name", same("non-dale", "dale")),
          of("model/vf/activation", "", same("softrelu")),
          of("model/vf/actE", "", same("softrelu")),
          of("model/vf/actI", "", same("softrelu")),
          of("model/vf/controller", "", same("leaky-pi")),
          of("trainer", "trainer.name", same("bp", "exact-inv", "lin-thresh")),
          of("optimizer", "", same("adam")),
          of("hydra", "", same("default")));

  private static Group of(String path, String key, Map<String, String> options) {
    return new Group(path, path.replace('/', '.'), key, options);
  }

  private static Map<String, String> same(String... options) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String option : options) {
      map.put(option, option);
    }
    return map;
  }

  /** The group of a path, with slashes or, as some are written, with dots. */
  static Optional<Group> find(String path) {
    return ALL.stream()
        .filter(group -> group.path.equals(path) || group.section.equals(path))
        .findFirst();
  }

  /** Paths of all groups. */
  static List<String> paths() {
    return ALL.stream().map(Group::path).toList();
  }

  /** The value here of an option; an unknown one is a mistake. */
  String value(String option, String place) {
    String value = options.get(option);
    if (value == null) {
      List<String> known = options.keySet().stream().sorted().toList();
      String hint = Nearest.of(option, known).map(near -> " (nearest: " + near + ")").orElse("");
      throw new UserError(
          place
              + path
              + "="
              + option
              + ": no such option; there are "
              + String.join(", ", known)
              + hint);
    }
    return value;
  }
}
