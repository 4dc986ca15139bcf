package homeostat.kinds.robustness;

import homeostat.kernel.Parallel;
import java.util.Set;

/** A network's ways to adapt to images without labels. */
public interface Adaptation {

  /** Those that it has; {@link Method#FROZEN} is none. */
  Set<Method> methods();

  /**
   * Opens the network as it was saved. Its parameters are copied: nothing that it learns lasts.
   *
   * @param batch images between adaptations
   */
  Answers open(Method method, RobustnessConfig.Adaptation settings, int batch, Parallel parallel);
}
