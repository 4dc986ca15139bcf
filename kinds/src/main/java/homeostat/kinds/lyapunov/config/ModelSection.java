package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** {@code [trained]}: a network that was trained, by a run of ours or elsewhere. */
public record ModelSection(
    @Key(
            value = "Folder of a run whose network is taken, at its best or last checkpoint.",
            also = {"of"})
        Optional<Path> of,
    @Key(
            value = "File with the weights, .npz or .safetensors.",
            also = {"model"})
        Optional<Path> model,
    @Key(
            value = "What the weights of the file are of.",
            or = "\"rnn\"",
            also = {"cell"})
        Cell cell,
    @Key(value = "Whether an rnn is rectified (relu), not tanh.", or = "false") boolean rectified,
    @Key(
            value =
                "A flow or map with known exponents instead: lorenz, lorenz_wolf, linear (-0.5,"
                    + " -0.5, -2), henon, logistic, cat, rotor.",
            or = "\"none\"",
            also = {"system"})
        Known system) {

  /** Whether it names a system at all. */
  public boolean given() {
    return of.isPresent() || model.isPresent() || system != Known.NONE;
  }

  /** Flows and maps with known exponents. */
  public enum Known {
    NONE,
    LORENZ,
    LORENZ_WOLF,
    LINEAR,
    HENON,
    LOGISTIC,
    CAT,
    ROTOR
  }

  /** Recurrent cells, with PyTorch's names of their weights. */
  public enum Cell {
    RNN,
    GRU,
    LSTM
  }
}
