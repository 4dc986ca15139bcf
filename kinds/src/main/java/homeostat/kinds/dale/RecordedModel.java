package homeostat.kinds.dale;

import homeostat.gradient.tape.Var;
import java.util.List;

/**
 * A model on a tape.
 *
 * @param logits [image][class]
 * @param strength lambda of the local losses [1][1]
 * @param probes layers that are looked at
 */
public record RecordedModel(Var logits, Var strength, List<Probe> probes) {
  public RecordedModel {
    probes = List.copyOf(probes);
  }
}
