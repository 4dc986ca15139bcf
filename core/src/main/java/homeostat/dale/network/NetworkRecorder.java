package homeostat.dale.network;

import homeostat.dale.operation.Balance;
import homeostat.dale.operation.FeedbackLinear;
import homeostat.dale.operation.Quotient;
import homeostat.dale.operation.RootMeanSquare;
import homeostat.gradient.operation.Activate;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.operation.Multiply;
import homeostat.gradient.operation.Normalise;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.operation.StopGradient;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Records a {@link DaleNetwork}, layer by layer. */
final class NetworkRecorder {
  private static final Linear LINEAR = new Linear(Activation.NONE);

  private final DaleNetwork network;
  private final Tape tape;
  private final LayerHook hook;
  private final Var strength;

  NetworkRecorder(DaleNetwork network, Tape tape, LayerHook hook) {
    this.network = network;
    this.tape = tape;
    this.hook = hook;
    this.strength = tape.input("lambda", 1, 1);
  }

  RecordedNetwork record(Var x) {
    List<RecordedLayer> hidden = new ArrayList<>();
    Var h = x;
    for (int i = 0; i < network.layers() - 1; i++) {
      RecordedLayer layer = hidden(i, h);
      hidden.add(layer);
      h = layer.activity();
    }
    return new RecordedNetwork(hidden, output(network.layers() - 1, h), strength);
  }

  private RecordedLayer hidden(int i, Var x) {
    String name = network.layer(i);
    return switch (network.kind(i)) {
      case HOMEO_MEAN, HOMEO_FULL -> homeostatic(i, name, x);
      case E_ONLY -> {
        Var a = excitation(i, x);
        yield finished(name, x, Optional.of(a), a);
      }
      case SHUNT -> {
        Var gamma = gamma(name, x);
        Optional<Var> gain = Optional.of(parameter(name, "g"));
        yield finished(name, x, Optional.empty(), Optional.of(gamma), gain, shunt(i, x, gamma));
      }
      case DANN -> {
        Var a = excitation(i, x);
        yield finished(name, x, Optional.of(a), subtract(name, a, inhibition(name, stopped(x))));
      }
      case MLP, COLUMN_EI -> finished(name, x, Optional.empty(), output(i, x));
    };
  }

  /** A layer without its non-linearity. */
  private Var output(int i, Var x) {
    String name = network.layer(i);
    return switch (network.kind(i)) {
      case MLP -> linear(i, x, parameter(name, "W"), true);
      case COLUMN_EI -> linear(i, i == 0 ? x : signed(i, x), parameter(name, "Wex"), true);
      case SHUNT -> shunt(i, x, gamma(name, x));
      default -> subtract(name, excitation(i, x), inhibition(name, stopped(x)));
    };
  }

  private Var subtract(String name, Var a, Var v) {
    return apply(name, new Add(-1f), a, v);
  }

  /** a = Wex x + b. */
  private Var excitation(int i, Var x) {
    return linear(i, x, parameter(network.layer(i), "Wex"), true);
  }

  /** W x + b, whose gradient goes back through W or through a fixed matrix. */
  private Var linear(int i, Var x, Var w, boolean biased) {
    String name = network.layer(i);
    if (network.teaching().feedbackAlignment() && i > 0) {
      Var z = apply(name, new FeedbackLinear(), x, w, parameter(name, "feedback"));
      return biased ? apply(name, new Add(), z, bias(name)) : z;
    }
    return biased ? apply(name, LINEAR, x, w, bias(name)) : apply(name, LINEAR, x, w);
  }

  private Var bias(String name) {
    return network.splitBias()
        ? apply(name, new Add(), parameter(name, "bias_pos"), parameter(name, "bias_neg"))
        : parameter(name, "bias");
  }

  /** v = Wei Wix x. */
  private Var inhibition(String name, Var x) {
    Var u = apply(name, LINEAR, x, parameter(name, "Wix"));
    return apply(name, LINEAR, u, parameter(name, "Wei"));
  }

  /** With feedback alignment, gradients go back through the fixed matrix alone. */
  private Var stopped(Var x) {
    return network.teaching().feedbackAlignment() ? constant(x) : x;
  }

  private Var constant(Var x) {
    return x.trains() ? apply("constant", new StopGradient(), x) : x;
  }

  /** Inputs with the sign of the cell that sends them. */
  private Var signed(int i, Var x) {
    int units = x.shape().cols();
    Var signs = tape.input("signs", 1, units);
    Arrays.fill(signs.value(), 1f);
    Arrays.fill(signs.value(), units - network.inhibitory(i - 1), units, -1f);
    return apply(network.layer(i), new Multiply(), x, signs);
  }

  /** gamma = (exp(alpha) o Wei) Wix x. */
  private Var gamma(String name, Var x) {
    Var u = apply(name, LINEAR, stopped(x), parameter(name, "Wix"));
    Var scaled = apply(name, new Multiply(), u, parameter(name, "alpha"));
    return apply(name, LINEAR, scaled, parameter(name, "Wei"));
  }

  private Var shunt(int i, Var x, Var gamma) {
    String name = network.layer(i);
    Var a = linear(i, x, parameter(name, "Wex"), false);
    Var z = subtract(name, a, inhibition(name, stopped(x)));
    Var y = apply(name, new Quotient(DaleNetwork.SHUNT_EPSILON), z, gamma);
    return apply(name, new Add(), apply(name, new Multiply(), y, parameter(name, "g")), bias(name));
  }

  private RecordedLayer homeostatic(int i, String name, Var x) {
    boolean divisive = network.kind(i) == Architecture.HOMEO_FULL;
    Teaching teaching = network.teaching();
    Var still = constant(x);
    Var a = excitation(i, x);
    Var wei = parameter(name, "Wei");
    Var u = apply(name, LINEAR, still, parameter(name, "Wix"));
    Var v = apply(name, LINEAR, u, divisive ? constant(wei) : wei);
    Var s = divisive ? divisor(name, still) : ones(x.shape().rows());
    Balance balance = new Balance(teaching.local(), teaching.taskToInhibition());
    Var y;
    if (teaching.localToExcitation()) {
      Var again = apply(name, LINEAR, still, parameter(name, "Wex"), constant(bias(name)));
      y = apply(name, balance, a, v, s, strength, again);
    } else {
      y = apply(name, balance, a, v, s, strength);
    }
    Var z = normaliseGradient(name, y);
    Var h = apply(name, new Activate(network.activation()), hook.before(name, z));
    Optional<Var> shown = divisive ? Optional.of(s) : Optional.empty();
    return new RecordedLayer(
        name, x, Optional.of(a), shown, Optional.empty(), y, z, lateral(name), h);
  }

  private Var divisor(String name, Var x) {
    Var q = apply(name, LINEAR, x, parameter(name, "Bix"));
    return apply(name, new RootMeanSquare(DaleNetwork.EPSILON), q);
  }

  private Var ones(int rows) {
    Var ones = tape.input("no division", rows, 1);
    Arrays.fill(ones.value(), 1f);
    return ones;
  }

  private Optional<Var> lateral(String name) {
    return network
        .teaching()
        .feedback()
        .filter(mode -> mode == NormaliseGradient.Mode.LATERAL)
        .map(_ -> parameter(name, "center_weights"));
  }

  private Var normaliseGradient(String name, Var y) {
    Optional<NormaliseGradient.Mode> mode = network.teaching().feedback();
    if (mode.isEmpty()) {
      return y;
    }
    NormaliseGradient operation = new NormaliseGradient(mode.get(), DaleNetwork.EPSILON);
    return mode.get() == NormaliseGradient.Mode.LATERAL
        ? apply(name, operation, y, parameter(name, "center_weights"))
        : apply(name, operation, y);
  }

  /** Normaliser and non-linearity. */
  private RecordedLayer finished(String name, Var x, Optional<Var> drive, Var y) {
    return finished(name, x, drive, Optional.empty(), Optional.empty(), y);
  }

  private RecordedLayer finished(
      String name, Var x, Optional<Var> drive, Optional<Var> divisor, Optional<Var> gain, Var y) {
    Var z = y;
    if (network.norm().moments.isPresent()) {
      Normalise.Backward backward =
          network.teaching().backThroughNorm()
              ? Normalise.Backward.EXACT
              : Normalise.Backward.IDENTITY;
      z =
          apply(
              name,
              new Normalise(network.norm().moments.get(), true, backward, DaleNetwork.EPSILON),
              y);
    }
    Var h = apply(name, new Activate(network.activation()), hook.before(name, z));
    return new RecordedLayer(name, x, drive, divisor, gain, y, z, Optional.empty(), h);
  }

  private Var parameter(String layer, String name) {
    return tape.parameter(layer + "." + name);
  }

  private Var apply(String layer, Operation operation, Var... in) {
    return tape.apply(layer, operation, in);
  }
}
