package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import homeostat.lyapunov.training.Trained;
import java.util.Optional;

/** {@code [trained]}: which parameters move. */
public record TrainedSection(
    @Key(value = "Magnitudes of synapses.", or = "true") boolean trainWeights,
    @Key(value = "Gains.", or = "false") boolean trainGains,
    @Key(value = "Shifts.", or = "false") boolean trainShifts,
    @Key(
            value =
                "What keeps synapses from changing their sign: clip at 0, log (magnitudes stay"
                    + " positive), or free.",
            or = "\"clip\"")
        Trained.Sign sign,
    @Key(value = "Number of synapses that move, drawn at random; all if not given.", min = 0)
        Optional<Integer> numWeights,
    @Key(value = "Number of gains that move, drawn at random; all if not given.", min = 0)
        Optional<Integer> numGains,
    @Key(value = "Number of shifts that move, drawn at random; all if not given.", min = 0)
        Optional<Integer> numShifts) {}
