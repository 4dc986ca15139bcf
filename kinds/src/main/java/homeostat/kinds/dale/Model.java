package homeostat.kinds.dale;

import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.lab.TrainedSystem;
import java.util.Optional;

/** A network whose inhibition may learn from local losses, as training and reports see it. */
public interface Model {

  /** Fresh parameters. */
  Parameters draw(long seed);

  /**
   * Records it.
   *
   * @param x [time][image] rows of [feature]
   */
  RecordedModel record(Tape tape, Var x);

  /** The network left to itself as a dynamical system, where it is one that spectra know. */
  default Optional<TrainedSystem> system(Parameters parameters) {
    return Optional.empty();
  }

  /** Whether a parameter stays as it began. */
  boolean frozen(String parameter);

  /** Whether there are local losses. */
  boolean homeostatic();

  /** Multiplications of a forward pass of one image. */
  long multiplications();

  /** Floats of activity and adjoints that one image takes on a tape. */
  long activity();
}
