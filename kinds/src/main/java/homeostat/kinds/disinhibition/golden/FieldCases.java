package homeostat.kinds.disinhibition.golden;

import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.BatchField;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.PairField;
import homeostat.disinhibition.circuit.StateRow;
import homeostat.disinhibition.circuit.UnitField;
import homeostat.disinhibition.circuit.UnitPass;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.feedback.FeedbackShape;
import homeostat.disinhibition.feedback.JacobianChain;
import homeostat.disinhibition.rule.Rule;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.rule.SharedFeedback;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Golden cases of vector fields and feedback weights. */
final class FieldCases {
  private FieldCases() {}

  static Outcome vectorField(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    Kernels kernels = Kernels.active();
    Drive drive = new Drive(network.weights(), kernels);
    if (golden.expected().names().contains("y_pred")) {
      return forward(network, drive);
    }
    int batch = network.batch();
    Layers layers = network.layers();
    float[] first = new float[batch * layers.units(0)];
    drive.into(0, network.inputs().get("x").toFloats(), 0, first, 0, batch);
    StateRow row = new StateRow(layers, !network.plain());
    float[] state = new float[batch * row.width()];
    for (int b = 0; b < batch; b++) {
      row.gather(network.activity(), b, state, b * row.width());
    }
    BatchField field;
    if (network.plain()) {
      field =
          new UnitField(
              drive,
              network.units().activation(),
              network.units().tau(),
              network.control(),
              first,
              batch,
              kernels);
    } else {
      Optional<Control> control =
          network.inputs().names().contains("Q0")
              ? Optional.of(network.control())
              : Optional.empty();
      PairField.Room room = PairField.Room.of(layers, batch);
      field = new PairField(drive, network.pairs(), control, first, 0, room, kernels);
    }
    float[] slope = new float[state.length];
    field.slope(IntStream.range(0, batch).toArray(), 0, batch, state, slope);
    Activity moves =
        network.plain() ? Activity.ofUnits(layers, batch) : Activity.ofPairs(layers, batch);
    for (int b = 0; b < batch; b++) {
      row.scatter(slope, b * row.width(), moves, b);
    }
    return Outcome.of(named(network, moves));
  }

  private static Arrays named(GoldenNetwork network, Activity slope) {
    Layers layers = network.layers();
    Arrays.Builder produced = Arrays.builder();
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      String name = (network.plain() ? "d_u" : "d_uE") + l;
      produced.put(name, slope.excitatory().get(l), network.batch(), units);
      if (!network.plain()) {
        produced.put("d_uI" + l, slope.inhibitory().get(l), network.batch(), units);
      }
    }
    return produced
        .put("d_v", slope.output(), network.batch(), layers.outputs())
        .put("d_c_int", slope.integrator(), network.batch(), layers.outputs())
        .build();
  }

  private static Outcome forward(GoldenNetwork network, Drive drive) {
    Layers layers = network.layers();
    Activity activity = Activity.ofUnits(layers, network.batch());
    new UnitPass(drive, network.units().activation(), Kernels.active())
        .open(network.inputs().get("x").toFloats(), 0, network.batch(), activity);
    Arrays.Builder produced = Arrays.builder();
    for (int l = 0; l < layers.depth(); l++) {
      produced.put("u" + l, activity.excitatory().get(l), network.batch(), layers.units(l));
    }
    return Outcome.of(
        produced.put("y_pred", activity.output(), network.batch(), layers.outputs()).build());
  }

  static Outcome feedbackWeights(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    Kernels kernels = Kernels.active();
    Layers layers = network.layers();
    int batch = network.batch();
    FeedbackSettings settings = network.feedbackSettings();
    JacobianChain chain =
        network.plain()
            ? JacobianChain.ofUnits(network.weights(), network.units().activation(), batch, kernels)
            : JacobianChain.ofPairs(
                network.weights(), network.pairs(), settings.jacobian(), batch, kernels);
    List<float[]> q = new ArrayList<>();
    for (int units : layers.hidden()) {
      q.add(new float[batch * layers.outputs() * units]);
    }
    chain.fill(network.activity(), 0, batch, q);
    if (!network.plain()) {
      shape(network, settings, q);
    }
    Arrays.Builder produced = Arrays.builder();
    for (int l = 0; l < layers.depth(); l++) {
      produced.put(
          (network.plain() ? "J" : "Q") + l, q.get(l), batch, layers.outputs(), layers.units(l));
    }
    return Outcome.of(produced.build());
  }

  private static void shape(GoldenNetwork network, FeedbackSettings settings, List<float[]> q) {
    Kernels kernels = Kernels.active();
    Layers layers = network.layers();
    int batch = network.batch();
    if (!settings.average()) {
      FeedbackShape shape = new FeedbackShape(settings, kernels);
      for (int l = 0; l < layers.depth(); l++) {
        shape.shape(q.get(l), 0, batch, layers.outputs() * layers.units(l));
      }
      return;
    }
    List<float[]> shared = new ArrayList<>();
    for (int units : layers.hidden()) {
      shared.add(new float[layers.outputs() * units]);
    }
    RuleState state = RuleState.start(layers, RuleSettings.published(Rule.EXACT_INVERSE));
    try (Parallel parallel = new Parallel(1)) {
      new SharedFeedback(settings, parallel, kernels).fill(q, batch, state, shared);
    }
    for (int l = 0; l < layers.depth(); l++) {
      int size = shared.get(l).length;
      for (int b = 0; b < batch; b++) {
        System.arraycopy(shared.get(l), 0, q.get(l), b * size, size);
      }
    }
  }
}
