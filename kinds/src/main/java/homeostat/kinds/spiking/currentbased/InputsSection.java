package homeostat.kinds.spiking.currentbased;

import homeostat.kinds.spiking.config.network.FeedforwardTopologySection;
import homeostat.lab.config.Key;
import java.util.Map;

/** {@code [inputs]}: the inputs. */
public record InputsSection(
    @Key("Input types.") SignedTypesSection cellTypes,
    @Key("Who hears them.") FeedforwardTopologySection topology,
    @Key("Strengths.") LogWeightsSection weights,
    @Key("How they fire.") Activity activity,
    @Key("Synapse of each input type.") Map<String, Synapse> physiology) {

  /** {@code [inputs.activity]}. */
  public record Activity(
      @Key(value = "Poisson rate of each input type.", unit = "Hz", min = 0, max = 100_000)
          double[] firingRates) {}

  /** {@code [inputs.physiology.<type>]}. */
  public record Synapse(
      @Key(value = "Decay time constant of the current.", unit = "ms", min = 0, above = true)
          double tauSyn) {}
}
