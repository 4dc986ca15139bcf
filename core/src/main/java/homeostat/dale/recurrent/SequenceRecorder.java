package homeostat.dale.recurrent;

import homeostat.dale.network.Teaching;
import homeostat.dale.operation.HomeostaticElman;
import homeostat.gradient.operation.Activate;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.Elman;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.operation.Normalise;
import homeostat.gradient.operation.Slice;
import homeostat.gradient.operation.Split;
import homeostat.gradient.operation.StopGradient;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.ArrayList;
import java.util.List;

/** Records a {@link DaleSequence}. */
final class SequenceRecorder {
  private static final Linear LINEAR = new Linear(Activation.NONE);

  private final DaleSequence network;
  private final Tape tape;
  private final int steps;
  private final Var strength;

  SequenceRecorder(DaleSequence network, Tape tape, int steps) {
    this.network = network;
    this.tape = tape;
    this.steps = steps;
    this.strength = tape.input("lambda", 1, 1);
  }

  RecordedSequence record(Var x) {
    List<Var> states = new ArrayList<>();
    Var h = x;
    for (int i = 0; i < network.widths().size(); i++) {
      h = cell(network.cell(i), h);
      states.add(h);
    }
    int batch = x.shape().rows() / steps;
    Shape end = new Shape(batch, network.widths().getLast());
    Var last = tape.apply("last", new Slice((steps - 1) * batch, 0, end), h);
    Var seen = network.normalised() ? tape.apply("norm", Normalise.layer(), last) : last;
    Var r = tape.apply("readout", new Activate(Activation.RELU), seen);
    return new RecordedSequence(states, r, readout(r), strength);
  }

  private Var readout(Var r) {
    Var bias = tape.parameter("fc_output.bias");
    if (network.kind() == CellKind.PLAIN) {
      return tape.apply("fc_output", LINEAR, r, tape.parameter("fc_output.W"), bias);
    }
    Var a = tape.apply("fc_output", LINEAR, r, tape.parameter("fc_output.Wex"), bias);
    Var u = tape.apply("fc_output", LINEAR, r, tape.parameter("fc_output.Wix"));
    Var v = tape.apply("fc_output", LINEAR, u, tape.parameter("fc_output.Wei"));
    return tape.apply("fc_output", new Add(-1f), a, v);
  }

  private Var cell(String name, Var x) {
    if (network.kind() == CellKind.SHUNT) {
      return new ShuntingCell(tape, name, network.activation(), steps).record(x);
    }
    Var bias = tape.parameter(name + ".bias");
    Var start = tape.parameter(name + ".h0");
    if (!network.learnedStart()) {
      start = constant(start);
    }
    Elman elman = new Elman(network.activation(), steps);
    if (network.kind() == CellKind.PLAIN) {
      Var u = tape.parameter(name + ".U");
      return tape.apply(name, elman, x, u, tape.parameter(name + ".W"), bias, start);
    }
    if (network.homeostasis().isEmpty()) {
      return tape.apply(
          name, elman, x, split(name, "U", true, true), split(name, "W", true, true), bias, start);
    }
    Teaching teaching = network.homeostasis().get();
    boolean task = teaching.taskToInhibition();
    boolean local = teaching.localToExcitation();
    return tape.apply(
        name,
        new HomeostaticElman(network.activation(), steps, teaching.local()),
        x,
        split(name, "U", true, task),
        split(name, "W", true, task),
        bias,
        start,
        split(name, "U", local, true),
        split(name, "W", local, true),
        strength);
  }

  /** Effective weights through which excitation, inhibition or both learn. */
  private Var split(String cell, String pathway, boolean excitation, boolean inhibition) {
    String prefix = cell + "." + pathway;
    Var ex = tape.parameter(prefix + "ex");
    Var ix = tape.parameter(prefix + "ix");
    Var ei = tape.parameter(prefix + "ei");
    return tape.apply(
        prefix,
        new Split(),
        excitation ? ex : constant(ex),
        inhibition ? ix : constant(ix),
        inhibition ? ei : constant(ei));
  }

  private Var constant(Var x) {
    return tape.apply("constant", new StopGradient(), x);
  }
}
