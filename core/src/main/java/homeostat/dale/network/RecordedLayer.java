package homeostat.dale.network;

import homeostat.gradient.tape.Var;
import java.util.Optional;

/**
 * A hidden layer on a tape.
 *
 * @param name for example {@code fc0}
 * @param input x [batch][input]
 * @param drive excitatory drive a = Wex x + b [batch][unit], where there is one by itself
 * @param divisor s [batch][1] of a divisive homeostatic layer, gamma [batch][unit] of a shunting
 *     one
 * @param gain g [1][unit] of a shunting layer
 * @param output y [batch][unit]: before normaliser and non-linearity
 * @param feedback the same value, where the gradient arrives that is then normalised
 * @param lateral weights c [1][unit] of lateral feedback, where the layer uses it
 * @param activity h [batch][unit]: after the non-linearity
 */
public record RecordedLayer(
    String name,
    Var input,
    Optional<Var> drive,
    Optional<Var> divisor,
    Optional<Var> gain,
    Var output,
    Var feedback,
    Optional<Var> lateral,
    Var activity) {}
