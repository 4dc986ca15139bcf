package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** {@code [optimizer]}. */
public record OptimizerSection(
    @Key(value = "The optimiser.", or = "\"adam\"") Form name,
    @Key(value = "Learning rate.", min = 0, above = true, or = "0.001") double learningRate) {

  /** Which optimiser. */
  public enum Form {
    ADAM
  }
}
