package homeostat.dale.network;

import homeostat.gradient.AdamW;
import homeostat.gradient.Decay;
import homeostat.gradient.ExponentiatedGradient;
import homeostat.gradient.Frozen;
import homeostat.gradient.Grouped;
import homeostat.gradient.Optimiser;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.Sgd;
import homeostat.gradient.SumPreserving;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How fast each group of parameters learns.
 *
 * @param algorithm of all groups
 * @param exponentiated multiplicative updates instead of additive ones
 * @param sumPreserving keep the sum of magnitudes of each weight matrix
 * @param nesterov look ahead along the velocity of groups that have momentum
 * @param lr rate of excitatory weights and of all that is not named here
 * @param wix rate of Wix, Uix and Bix
 * @param wei rate of Wei and Uei
 * @param outputInhibition rate of Wix and Wei of the output layer, if it has one of its own
 * @param bias rate of biases, if they have one of their own
 * @param momentum of excitatory weights and of all that is not named here
 * @param inhibitoryMomentum of Wix, Wei, Bix
 * @param decay weight decay; with descent not of inhibitory weights
 * @param publishedInput whether Uix and Uei learn like weights without a group, as in the published
 *     program
 */
public record Rates(
    Algorithm algorithm,
    boolean exponentiated,
    boolean sumPreserving,
    boolean nesterov,
    double lr,
    double wix,
    double wei,
    OptionalDouble outputInhibition,
    OptionalDouble bias,
    double momentum,
    double inhibitoryMomentum,
    double decay,
    boolean publishedInput) {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double ADAM_EPSILON = 1e-6;

  /** Rule of all groups. */
  public enum Algorithm {
    /** Gradient descent with momentum. */
    SGD,
    /** Adam with decoupled weight decay. */
    ADAMW
  }

  /** Plain descent, with rates of their own for inhibition. */
  public static Rates descent(double lr, double wix, double wei) {
    return new Rates(
        Algorithm.SGD,
        false,
        false,
        false,
        lr,
        wix,
        wei,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        0,
        0,
        false);
  }

  /**
   * The optimiser of these parameters.
   *
   * @param frozen names of those that do not learn
   */
  public Optimiser optimiser(Parameters parameters, Predicate<String> frozen) {
    Map<String, Optimiser> byName = new LinkedHashMap<>();
    for (Parameter parameter : parameters.all()) {
      String name = parameter.name();
      byName.put(name, frozen.test(name) ? new Frozen() : of(parameter));
    }
    return new Grouped(new Frozen(), byName);
  }

  private Optimiser of(Parameter parameter) {
    ParameterGroup group = group(parameter.name());
    double mu = group.inhibitory() ? inhibitoryMomentum : momentum;
    double rate = rate(parameter.name(), group);
    boolean matrix = parameter.shape().length == 2;
    boolean weights = group == ParameterGroup.OTHER ? matrix : group != ParameterGroup.BIAS;
    // A parameter held as a logarithm is multiplied by a descent already.
    boolean multiplied = exponentiated && parameter.constraint().direct();
    boolean ahead = nesterov && mu > 0;
    Optimiser optimiser;
    if (algorithm == Algorithm.ADAMW) {
      optimiser =
          multiplied
              ? new ExponentiatedGradient(rate, 0, false, decay)
              : new AdamW(rate, BETA1, BETA2, ADAM_EPSILON, decay, AdamW.Form.PUBLISHED);
    } else {
      double shrink = group.inhibitory() ? 0 : decay;
      optimiser =
          multiplied
              ? new ExponentiatedGradient(rate, mu, ahead, shrink)
              : new Sgd(rate, mu, ahead, shrink, Decay.AFTER_STEP);
    }
    return sumPreserving && weights ? new SumPreserving(optimiser) : optimiser;
  }

  private ParameterGroup group(String name) {
    boolean input = name.endsWith(".Uix") || name.endsWith(".Uei");
    return publishedInput && input ? ParameterGroup.OTHER : ParameterGroup.of(name);
  }

  private double rate(String name, ParameterGroup group) {
    boolean output = name.startsWith("fc_output.");
    return switch (group) {
      case WIX, WEI -> {
        double own = group == ParameterGroup.WIX ? wix : wei;
        yield output ? outputInhibition.orElse(own) : own;
      }
      case BIX -> wix;
      case BIAS -> bias.orElse(lr);
      case WEX, OTHER -> lr;
    };
  }
}
