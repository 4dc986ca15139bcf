package homeostat.kinds.spiking.golden;

import homeostat.array.Arrays;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.LogGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Objective;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;

/** Golden cases of back-propagation through time, for scaling factors and for weights. */
final class TrainingCases {
  private TrainingCases() {}

  /**
   * What is trained: its two parameters, by the name of a case kind.
   *
   * @param optimisable what a trainer is told
   * @param recurrent name of the recurrent parameter
   * @param feedforward name of the feedforward parameter
   */
  record Trained(Optimisable optimisable, String recurrent, String feedforward) {
    static final Trained FACTORS =
        new Trained(
            Optimisable.SCALING_FACTORS, ScalingFactors.RECURRENT, ScalingFactors.FEEDFORWARD);
    static final Trained WEIGHTS =
        new Trained(Optimisable.WEIGHTS, SynapticWeights.RECURRENT, SynapticWeights.FEEDFORWARD);

    /** Shape of a parameter. */
    int[] shape(String name, GoldenNetwork net) {
      int types = net.factors().types();
      return switch (name) {
        case ScalingFactors.RECURRENT -> new int[] {types, types};
        case ScalingFactors.FEEDFORWARD -> new int[] {net.factors().inputTypes(), types};
        case SynapticWeights.RECURRENT -> new int[] {net.network().recurrent().entries()};
        default -> new int[] {net.network().feedforward().entries()};
      };
    }

    /** The gradient of the chunk that a simulator ran last, from a costate that it uses up. */
    LogGradient gradient(
        Simulator simulator,
        GoldenNetwork net,
        ChunkInput input,
        NetworkState costate,
        List<Sensitivity.Weighted> direct) {
      return optimisable == Optimisable.WEIGHTS
          ? simulator.backward(net.network().weights(), net.factors(), input, costate, direct)
          : simulator.backward(net.factors(), input, costate, direct);
    }

    /** Puts the gradients of a number of chunks, or of one without an axis for chunks. */
    void put(Arrays.Builder to, List<LogGradient> chunks, boolean axis, GoldenNetwork net) {
      for (String name : List.of(recurrent, feedforward)) {
        double[] all =
            chunks.stream().flatMapToDouble(g -> java.util.Arrays.stream(g.of(name))).toArray();
        to.put(
            "grad_" + name, all, axis ? with(chunks.size(), shape(name, net)) : shape(name, net));
      }
    }
  }

  /** A shape with one more axis in front. */
  static int[] with(int first, int[] shape) {
    int[] longer = new int[shape.length + 1];
    longer[0] = first;
    System.arraycopy(shape, 0, longer, 1, shape.length);
    return longer;
  }

  static Outcome gradient(GoldenCase golden, String loss, Trained trained) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    return chunks(golden, net, loss, net.steps(), trained, false);
  }

  static Outcome chunks(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    int steps = golden.params().get("chunk_steps").asInt();
    return chunks(golden, net, "van_rossum", steps, Trained.FACTORS, true);
  }

  private static Outcome chunks(
      GoldenCase golden, GoldenNetwork net, String loss, int steps, Trained trained, boolean axis) {
    int count = net.steps() / steps;
    double[] losses = new double[count];
    List<LogGradient> gradients = new ArrayList<>();
    Objective objective = GoldenLosses.objective(loss, golden.params(), net);
    Simulator simulator =
        new Simulator(net.network(), net.batch(), steps, Recording.ADJOINT, GoldenNetwork.PARALLEL);
    NetworkState state = NetworkState.atReset(net.network(), net.batch());
    Arrays carried = objective.start(net.batch(), net.neurons());
    for (int chunk = 0; chunk < count; chunk++) {
      ChunkInput input = net.input(chunk * steps, steps);
      state = simulator.forward(state, net.factors(), input);
      ChunkRecord record =
          simulator.record(net.factors()).withTarget(net.target(chunk * steps, steps));
      if (trained.optimisable() == Optimisable.WEIGHTS) {
        record = record.withWeights(net.network().weights());
      }
      Evaluation evaluation = objective.evaluate(record, carried, GoldenNetwork.PARALLEL);
      carried = evaluation.carried();
      List<Sensitivity.Weighted> direct = new ArrayList<>();
      evaluation.gradients().forEach(g -> direct.add(new Sensitivity.Weighted(g, 1)));
      NetworkState costate = NetworkState.zero(net.network(), net.batch());
      losses[chunk] = evaluation.value();
      gradients.add(trained.gradient(simulator, net, input, costate, direct));
    }
    Arrays.Builder produced = Arrays.builder().put("loss", losses);
    trained.put(produced, gradients, axis, net);
    return Outcome.of(produced.build());
  }
}
