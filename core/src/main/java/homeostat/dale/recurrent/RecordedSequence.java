package homeostat.dale.recurrent;

import homeostat.gradient.tape.Var;
import java.util.List;

/**
 * A sequence network on a tape.
 *
 * @param states h of each cell, [time][batch] rows of [unit]
 * @param seen relu(N(h)) of the last state of the last cell [batch][unit]: what the readout sees
 * @param logits [batch][output]
 * @param strength lambda of the local losses, [1][1], to be written before a pass
 */
public record RecordedSequence(List<Var> states, Var seen, Var logits, Var strength) {
  public RecordedSequence {
    states = List.copyOf(states);
  }
}
