package homeostat.dale.network;

import homeostat.gradient.operation.Moments;
import java.util.Optional;

/** A normaliser between a hidden layer and its non-linearity. */
public enum Norm {
  /** None. */
  NONE(Optional.empty()),
  /** The mean over units is taken out. */
  MEAN(Optional.of(Moments.MEAN)),
  /** Division by the spread over units. */
  DIVISIVE(Optional.of(Moments.SPREAD)),
  /** Layer normalisation: both. */
  LAYER(Optional.of(Moments.BOTH));

  final Optional<Moments> moments;

  Norm(Optional<Moments> moments) {
    this.moments = moments;
  }
}
