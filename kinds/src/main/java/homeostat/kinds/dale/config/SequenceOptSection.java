package homeostat.kinds.dale.config;

import homeostat.dale.network.Rates;
import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [opt]} of sequences. */
public record SequenceOptSection(
    @Key(value = "The rule that turns gradients into steps.", or = "\"sgd\"")
        Rates.Algorithm algorithm,
    @Key(value = "Whether updates are multiplicative.", or = "false") boolean exponentiated,
    @Key(
            value = "Whether each weight matrix keeps the sum of its magnitudes.",
            or = "false",
            also = "opt.keep_weight_sum")
        boolean egNormalise,
    @Key(value = "Whether momentum is Nesterov's.", or = "false") boolean nesterov,
    @Key(
            value = "Rate of excitation, and of all without one of its own.",
            min = 0,
            above = true,
            or = "0.01")
        double lr,
    @Key(
            value = "Weight decay; with sgd not of inhibitory weights.",
            min = 0,
            or = "0.0",
            also = "opt.weight_decay")
        double wd,
    @Key(value = "Momentum.", min = 0, max = 0.9999, or = "0.0") double momentum,
    @Key(
            value = "Momentum of inhibitory weights.",
            min = 0,
            max = 0.9999,
            or = "0.0",
            also = "opt.inhibitory_momentum")
        double inhibMomentum,
    @Key(
            value = "1 gives inhibitory weights the rates of opt.inhib_lrs, 0 that of opt.lr.",
            min = 0,
            max = 1,
            or = "1")
        int useSepInhibLrs,
    @Key("Rates of inhibitory weights.") InhibLrs inhibLrs,
    @Key(
            value = "Rate of the inhibitory weights of the readout; without it as the others'.",
            min = 0,
            above = true)
        Optional<Double> outputInhibLr,
    @Key(value = "Rate of biases; without it opt.lr.", min = 0, above = true)
        Optional<Double> biasLr,
    @Key(
            value =
                "Whether Uix and Uei have the rate and momentum of excitation and may become"
                    + " negative, as published, instead of being inhibitory weights like Wix and"
                    + " Wei.",
            name = "legacy_u_groups",
            or = "false")
        boolean legacyUGroups,
    @Key(
            value =
                "Largest L2 norm of all gradients together; larger ones are scaled down. 0 is none;"
                    + " without it 1 for plain cells, none for others.",
            min = 0)
        Optional<Double> gradNormClip,
    @Key(value = "Strength of the local loss.", min = 0, or = "0.001", also = "opt.lambda")
        double lambdaHomeo,
    @Key(value = "Strength of a second local loss.", inert = "the local loss has one strength")
        Optional<Double> lambdaHomeoVar,
    @Key(
            value = "1 gives gains and biases of normalisers rates of their own.",
            min = 0,
            max = 1,
            inert = "these normalisers have no gains and biases")
        Optional<Integer> useSepBiasGainLrs,
    @Key(value = "Rates of gains and biases of normalisers.")
        Optional<OptSection.BiasGainLrs> biasGainLrs) {

  /** {@code [opt.inhib_lrs]}. */
  public record InhibLrs(
      @Key(value = "Rate of Wei and Uei.", min = 0, above = true, or = "0.001") double wei,
      @Key(value = "Rate of Wix and Uix.", min = 0, above = true, or = "0.001") double wix) {}

  /** The rates of every group. */
  public Rates rates() {
    boolean own = useSepInhibLrs == 1;
    return new Rates(
        algorithm,
        exponentiated,
        egNormalise,
        nesterov,
        lr,
        own ? inhibLrs.wix() : lr,
        own ? inhibLrs.wei() : lr,
        Given.of(outputInhibLr),
        Given.of(biasLr),
        momentum,
        inhibMomentum,
        wd,
        legacyUGroups);
  }
}
