package homeostat.kinds.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.curve.CurvePoint;
import homeostat.disinhibition.curve.Greedy;
import homeostat.disinhibition.curve.Meulemans;
import homeostat.disinhibition.curve.PairCircuit;
import homeostat.disinhibition.curve.Payeur;
import homeostat.disinhibition.curve.Sacramento;
import homeostat.disinhibition.curve.Settling;
import homeostat.kinds.disinhibition.config.CurveConfig;
import homeostat.kinds.disinhibition.config.CurveSection;
import homeostat.kinds.disinhibition.config.CurveSection.Circuit;
import homeostat.kinds.disinhibition.config.CurveSection.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The curves that a config asks for, in the order in which they are computed. */
record CurvePlan(CurveConfig config) {

  /**
   * One curve.
   *
   * @param row its row of panels: a line of a pair, or a circuit
   * @param protocol its column of panels
   * @param name in the panel's legend
   * @param to largest input
   * @param trial from an input to rate and change
   */
  record Curve(String row, Protocol protocol, String name, double to, Trial trial) {
    /** The name in tables and files. */
    String label() {
      return row + ", " + word(protocol) + ", " + name;
    }
  }

  /** What an input does. */
  interface Trial {
    CurvePoint at(double x);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    CurveSection section = config.curve();
    for (Circuit circuit : section.circuits()) {
      if (circuit == Circuit.PAIR) {
        for (double[] line : section.lines()) {
          pair(new Tangent(line[0], line[1]), curves);
        }
      } else {
        rival(circuit, curves);
      }
    }
    return curves;
  }

  private double to(Circuit circuit, Protocol protocol) {
    if (protocol == Protocol.ISOLATED && config.curve().isolatedTo().isPresent()) {
      return config.curve().isolatedTo().get();
    }
    return config
        .curve()
        .inputTo()
        .orElseGet(() ->
            switch (protocol) {
              case CONTROL -> circuit == Circuit.PAIR || circuit == Circuit.SACRAMENTO ? 10.0 : 5.0;
              case NO_CONTROL -> 13.0;
              case ISOLATED ->
                  switch (circuit) {
                    case PAIR -> 9.0;
                    case GREEDY -> 25.0;
                    default -> 13.0;
                  };
            });
  }

  private PairCircuit circuit() {
    return new PairCircuit(
        config.pair().activation().rectifier(),
        config.pair().gain(),
        new Settling(config.pair().dt(), config.pair().steps()));
  }

  private void pair(Tangent line, List<Curve> curves) {
    PairCircuit circuit = circuit();
    String row = String.format(Locale.ROOT, "line (%s, %s)", line.intercept(), line.slope());
    for (Protocol protocol : config.curve().protocols()) {
      double to = to(Circuit.PAIR, protocol);
      switch (protocol) {
        case CONTROL -> {
          for (double target : config.curve().targets()) {
            OptionalDouble aim = OptionalDouble.of(target);
            curves.add(
                new Curve(
                    row,
                    protocol,
                    "target " + target,
                    to,
                    x -> circuit.linear(x, circuit.settle(x, aim), line)));
            curves.add(
                new Curve(
                    row,
                    protocol,
                    "target " + target + ", exact",
                    to,
                    x -> circuit.exact(x, circuit.settle(x, aim))));
          }
        }
        case NO_CONTROL -> {
          OptionalDouble none = OptionalDouble.empty();
          curves.add(
              new Curve(
                  row,
                  protocol,
                  "line",
                  to,
                  x -> circuit.linear(x, circuit.settle(x, none), line)));
          curves.add(
              new Curve(
                  row, protocol, "exact", to, x -> circuit.exact(x, circuit.settle(x, none))));
        }
        case ISOLATED -> {
          for (double clamped : config.curve().clamped()) {
            curves.add(
                new Curve(
                    row, protocol, "rI " + clamped, to, u -> circuit.isolated(u, clamped, line)));
          }
        }
      }
    }
  }

  private void rival(Circuit circuit, List<Curve> curves) {
    for (Protocol protocol : config.curve().protocols()) {
      double to = to(circuit, protocol);
      switch (protocol) {
        case CONTROL -> {
          for (double target : config.curve().targets()) {
            curves.add(
                new Curve(
                    word(circuit),
                    protocol,
                    "target " + target,
                    to,
                    intact(circuit, OptionalDouble.of(target))));
          }
        }
        case NO_CONTROL ->
            curves.add(
                new Curve(
                    word(circuit), protocol, "", to, intact(circuit, OptionalDouble.empty())));
        case ISOLATED -> {
          // Bursts of this cell come from its target alone: there is no inhibition to clamp.
          if (circuit != Circuit.PAYEUR) {
            for (double clamped : config.curve().clamped()) {
              curves.add(
                  new Curve(
                      word(circuit), protocol, "rI " + clamped, to, isolated(circuit, clamped)));
            }
          }
        }
      }
    }
  }

  private static Trial intact(Circuit circuit, OptionalDouble target) {
    return switch (circuit) {
      case SACRAMENTO -> x -> Sacramento.PUBLISHED.at(x, Sacramento.PUBLISHED.settle(x, target)[0]);
      case MEULEMANS -> x -> Meulemans.PUBLISHED.at(x, Meulemans.PUBLISHED.settle(x, target));
      case PAYEUR -> x -> Payeur.PUBLISHED.at(x, target);
      case GREEDY -> x -> Greedy.PUBLISHED.at(x, target);
      case PAIR -> throw new IllegalArgumentException("a pair is tried with its line");
    };
  }

  private static Trial isolated(Circuit circuit, double clamped) {
    return switch (circuit) {
      case SACRAMENTO -> x -> Sacramento.PUBLISHED.isolated(x, clamped);
      case MEULEMANS -> x -> Meulemans.PUBLISHED.isolated(x, clamped);
      case GREEDY -> x -> Greedy.PUBLISHED.isolated(x, clamped);
      default -> throw new IllegalArgumentException(circuit + " has no clamped inhibition");
    };
  }

  /** The activation of the pair, for the panels that show its inverse. */
  SoftRectifier activation() {
    return config.pair().activation().rectifier();
  }
}
