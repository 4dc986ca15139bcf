package homeostat.kinds.dale.config;

import homeostat.dale.network.Rates;
import homeostat.lab.config.Key;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code [opt]}: learning rates and what goes with them. */
public record OptSection(
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
            or = "0.0098")
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
            value =
                "Rate of the inhibitory weights of the output layer; without it as the others'.",
            min = 0,
            above = true)
        Optional<Double> outputInhibLr,
    @Key(value = "Rate of biases; without it opt.lr.", min = 0, above = true)
        Optional<Double> biasLr,
    @Key(
            value =
                "Corrections of inhibitory updates: published multiplies those of Wix by"
                    + " 1/sqrt(units), of Wei by 1/inputs, of alpha by both; and so in the input of"
                    + " cells.",
            or = "\"none\"")
        Corrections corrections,
    @Key(
            value =
                "Largest L2 norm of all gradients together; larger ones are scaled down. 0 is none;"
                    + " without it 1 for plain recurrent cells, else none.",
            min = 0)
        Optional<Double> gradNormClip,
    @Key(
            value =
                "Strength of a local loss on means, and of that of cells; of every local loss if"
                    + " lambda_homeo_var is not given.",
            min = 0,
            also = "opt.lambda")
        Optional<Double> lambdaHomeo,
    @Key(
            value =
                "Strength of a local loss with variances; of every local loss if lambda_homeo is"
                    + " not given. Without either 0.01, of cells 0.001.",
            min = 0,
            also = "opt.lambda_var")
        Optional<Double> lambdaHomeoVar,
    @Key(
            value = "1 gives gains and biases of normalisers rates of their own.",
            min = 0,
            max = 1,
            inert = "these normalisers have no gains and biases")
        Optional<Integer> useSepBiasGainLrs,
    @Key(value = "Rates of gains and biases of normalisers.") Optional<BiasGainLrs> biasGainLrs) {

  /** Corrections of updates. */
  public enum Corrections {
    NONE,
    PUBLISHED
  }

  /** {@code [opt.inhib_lrs]}. */
  public record InhibLrs(
      @Key(value = "Rate of Wei.", min = 0, above = true, or = "0.00294") double wei,
      @Key(value = "Rate of Wix and Bix.", min = 0, above = true, or = "0.64646") double wix) {}

  /** {@code [opt.bias_gain_lrs]}. */
  public record BiasGainLrs(
      @Key(value = "Rate of biases.", inert = "these normalisers have no biases")
          Optional<Double> b,
      @Key(value = "Rate of gains.", inert = "these normalisers have no gains")
          Optional<Double> g) {}

  /**
   * The strength of a local loss.
   *
   * @param variances whether it is one with variances in a layer
   * @param usual without either strength given
   */
  public double lambda(boolean variances, double usual) {
    Optional<Double> first = variances ? lambdaHomeoVar : lambdaHomeo;
    Optional<Double> second = variances ? lambdaHomeo : lambdaHomeoVar;
    return first.or(() -> second).orElse(usual);
  }

  /** The largest norm of all gradients, if there is one. */
  public OptionalDouble clip(OptionalDouble usual) {
    OptionalDouble clip = gradNormClip.map(OptionalDouble::of).orElse(usual);
    return clip.orElse(0) > 0 ? clip : OptionalDouble.empty();
  }

  /** Whether inhibitory updates are corrected. */
  public boolean corrected() {
    return corrections == Corrections.PUBLISHED;
  }

  /**
   * The rates of every group.
   *
   * @param publishedInput whether Uix and Uei learn as in the published program
   */
  public Rates rates(boolean publishedInput) {
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
        publishedInput);
  }
}
