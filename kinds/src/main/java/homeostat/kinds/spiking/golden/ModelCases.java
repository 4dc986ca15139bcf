package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.kinds.spiking.golden.TrainingCases.Trained;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.LogGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Objective;
import homeostat.spiking.Physiology;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.simulation.Simulator;
import homeostat.spiking.wiring.Unrolled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Golden cases of feedforward and of current-based networks. */
final class ModelCases {
  /** A spike may differ where the potential is this close to threshold, mV. */
  private static final double EXCUSED = 1e-3;

  private ModelCases() {}

  private static SpikingNetwork unrolled(GoldenNetwork net) {
    return Unrolled.network(net.network(), net.network().surrogateScale());
  }

  private static ChunkInput forced(GoldenNetwork net) {
    return Unrolled.input(net.input(0, net.steps()), net.target(0, net.steps()));
  }

  private static Simulator simulator(SpikingNetwork network, GoldenNetwork net) {
    return new Simulator(
        network, net.batch(), net.steps(), Recording.ADJOINT, GoldenNetwork.PARALLEL);
  }

  private static float[] voltages(ChunkRecord record) {
    float[] all = new float[record.batch() * record.steps() * record.neurons()];
    for (int i = 0; i < all.length; i++) {
      int row = i / record.neurons();
      all[i] = record.voltage(row / record.steps(), row % record.steps(), i % record.neurons());
    }
    return all;
  }

  static Outcome feedforward(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    SpikingNetwork network = unrolled(net);
    Simulator simulator = simulator(network, net);
    ScalingFactors factors = Unrolled.factors(net.factors());
    NetworkState last =
        simulator.forward(NetworkState.atReset(network, net.batch()), factors, forced(net));
    ChunkRecord record = simulator.record(factors);
    float[] after = voltages(record);
    Arrays produced =
        Arrays.builder()
            .put("spikes", record.spikes().toDense(), net.batch(), net.steps(), net.neurons())
            .put("voltages", after, net.batch(), net.steps(), net.neurons())
            .put("final_g", last.toArrays(network).get("g"))
            .build();
    return new Outcome(
        produced, Map.of(), excused(golden, net, record.spikes(), before(net, after)));
  }

  /** Potentials before each step, from those after it. */
  private static float[] before(GoldenNetwork net, float[] after) {
    int n = net.neurons();
    float[] before = new float[after.length];
    for (int i = 0; i < after.length; i++) {
      boolean first = i / n % net.steps() == 0;
      int type = net.network().cellTypes()[i % n];
      before[i] =
          first ? (float) net.network().physiology().cells().get(type).reset() : after[i - n];
    }
    return before;
  }

  /**
   * The remark that excuses spikes that differ.
   *
   * @param compared [batch][time][neuron] potential that was compared with the threshold, mV
   */
  private static Map<String, String> excused(
      GoldenCase golden, GoldenNetwork net, SpikeTrains spikes, float[] compared) {
    byte[] dense = spikes.toDense();
    double farthest = 0;
    for (int i = 0; i < dense.length; i++) {
      if (golden.expected().get("spikes").at(i) != dense[i]) {
        int type = net.network().cellTypes()[i % net.neurons()];
        double theta = net.network().physiology().cells().get(type).theta();
        farthest = Math.max(farthest, Math.abs(compared[i] - theta));
      }
    }
    return farthest > 0 && farthest <= EXCUSED
        ? Map.of("spikes", "potential within " + farthest + " mV of threshold")
        : Map.of();
  }

  private static Evaluation judge(GoldenCase golden, GoldenNetwork net, SpikeTrains spikes) {
    Objective objective = GoldenLosses.objective("van_rossum", golden.params(), net);
    float[] none = new float[net.batch() * net.steps() * net.neurons()];
    ChunkRecord record =
        ChunkRecord.of(spikes, none, net.network().constants().dt(), net.factors())
            .withTarget(net.target(0, net.steps()));
    return objective.evaluate(
        record, objective.start(net.batch(), net.neurons()), GoldenNetwork.PARALLEL);
  }

  private static Arrays.Builder judged(Evaluation evaluation, GoldenNetwork net, SpikeTrains out) {
    return Arrays.builder()
        .put("loss", new double[] {evaluation.value()})
        .put("spikes", out.toDense(), net.batch(), net.steps(), net.neurons());
  }

  static Outcome feedforwardFactors(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    SpikingNetwork network = unrolled(net);
    Simulator simulator = simulator(network, net);
    ScalingFactors factors = Unrolled.factors(net.factors());
    simulator.forward(NetworkState.atReset(network, net.batch()), factors, forced(net));
    ChunkRecord record = simulator.record(factors);
    Evaluation evaluation = judge(golden, net, record.spikes());
    double[] gradient =
        simulator
            .backward(
                factors,
                forced(net),
                NetworkState.zero(network, net.batch()),
                List.of(new Sensitivity.Weighted(evaluation.gradients().getFirst(), 1)))
            .feedforward();
    Arrays produced =
        judged(evaluation, net, record.spikes())
            .put("grad_log_scaling_factors_FF", gradient, factors.inputTypes(), factors.types())
            .build();
    return new Outcome(
        produced, Map.of(), excused(golden, net, record.spikes(), before(net, voltages(record))));
  }

  /** The published order of operations, which this mode alone has. */
  static Outcome feedforwardWeights(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    SpikingNetwork network = unrolled(net).withSpikesInStep();
    Simulator simulator = simulator(network, net);
    ScalingFactors factors = Unrolled.factors(net.factors());
    simulator.forward(NetworkState.atReset(network, net.batch()), factors, forced(net));
    ChunkRecord record = simulator.record(factors);
    Evaluation evaluation = judge(golden, net, record.spikes());
    double[] gradient =
        simulator
            .backward(
                network.weights(),
                factors,
                forced(net),
                NetworkState.zero(network, net.batch()),
                List.of(new Sensitivity.Weighted(evaluation.gradients().getFirst(), 1)))
            .feedforward();
    Arrays produced =
        judged(evaluation, net, record.spikes()).put("grad_log_weights_FF_flat", gradient).build();
    return new Outcome(produced, Map.of(), excused(golden, net, record.spikes(), voltages(record)));
  }

  /** In natural units: reset 0, threshold 1. */
  private static SpikingNetwork current(GoldenCase golden, GoldenNetwork net) {
    JsonNode params = parameters(golden);
    float gain = (float) golden.params().get("weight_gain").asDouble();
    List<CellParameters> cells = new ArrayList<>();
    for (JsonNode cell : params.get("cell_params")) {
      cells.add(
          new CellParameters(
              cell.path("name").asText(), cell.get("tau_mem").asDouble(), 1, 0, 0, 1, 0));
    }
    Physiology physiology =
        new Physiology(
            cells,
            synapses(params.get("synapse_params")),
            net.network().physiology().inputs(),
            synapses(params.get("synapse_params_FF")));
    return new SpikingNetwork(
        times(net.network().recurrent(), gain),
        times(net.network().feedforward(), gain),
        net.network().cellTypes(),
        net.network().inputTypes(),
        physiology,
        net.network().constants().dt(),
        params.get("surrgrad_scale").asDouble());
  }

  private static List<SynapseParameters> synapses(JsonNode list) {
    List<SynapseParameters> synapses = new ArrayList<>();
    for (JsonNode s : list) {
      synapses.add(
          SynapseParameters.current(
              s.get("name").asText(),
              s.get("cell_id").asInt(),
              s.get("tau_syn").asDouble(),
              s.get("type").asText().equals("excitatory")));
    }
    return synapses;
  }

  /**
   * Cells and synapses: the case's own, or those of the case of kind {@code current_multi_step} on
   * the same network.
   */
  private static JsonNode parameters(GoldenCase golden) {
    if (golden.params().has("synapse_params")) {
      return golden.params();
    }
    JsonNode network = golden.whole().path("inputs").path("network");
    return golden.manifest().values().stream()
        .filter(one -> one.path("kind").asText().equals("current_multi_step"))
        .filter(one -> one.path("inputs").path("network").equals(network))
        .map(one -> one.get("params"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no case gives the current synapses"));
  }

  private static Csr times(Csr wiring, float gain) {
    float[] values = new float[wiring.entries()];
    for (int e = 0; e < values.length; e++) {
      values[e] = wiring.values()[e] * gain;
    }
    return wiring.with(values);
  }

  static Outcome currentSteps(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    SpikingNetwork network = current(golden, net);
    Simulator simulator = simulator(network, net);
    NetworkState last =
        simulator.forward(
            NetworkState.atReset(network, net.batch()), net.factors(), net.input(0, net.steps()));
    ChunkRecord record = simulator.record(net.factors());
    int recurrent = network.physiology().recurrent().size();
    int synapses = network.physiology().synapses();
    Arrays produced =
        Arrays.builder()
            .put("spikes", record.spikes().toDense(), net.batch(), net.steps(), net.neurons())
            .put("voltages", voltages(record), net.batch(), net.steps(), net.neurons())
            .put(
                "final_I_rec",
                currents(network, last, 0, recurrent),
                net.batch(),
                net.neurons(),
                recurrent)
            .put(
                "final_I_ff",
                currents(network, last, recurrent, synapses),
                net.batch(),
                net.neurons(),
                synapses - recurrent)
            .build();
    return new Outcome(produced, Map.of(), natural(golden, net, record));
  }

  /** [batch][neuron][synapse] */
  private static float[] currents(SpikingNetwork network, NetworkState state, int from, int to) {
    float[] out = new float[state.batch() * network.neurons() * (to - from)];
    for (int i = 0; i < out.length; i++) {
      int train = i / (to - from);
      out[i] =
          state.conductance(
              network,
              train / network.neurons(),
              train % network.neurons(),
              from + i % (to - from));
    }
    return out;
  }

  /** As {@link #excused}, in units of the threshold. */
  private static Map<String, String> natural(
      GoldenCase golden, GoldenNetwork net, ChunkRecord record) {
    byte[] dense = record.spikes().toDense();
    float[] after = voltages(record);
    int n = net.neurons();
    double farthest = 0;
    for (int i = 0; i < dense.length; i++) {
      if (golden.expected().get("spikes").at(i) != dense[i]) {
        boolean first = i / n % net.steps() == 0;
        farthest = Math.max(farthest, Math.abs((first ? 0 : after[i - n]) - 1));
      }
    }
    return farthest > 0 && farthest <= EXCUSED
        ? Map.of("spikes", "potential within " + farthest + " of threshold 1")
        : Map.of();
  }

  /** With weights trained, the published program leaves fixed scaling factors out. */
  static Outcome currentGradient(GoldenCase golden, Trained trained) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    boolean weights = trained.optimisable() == Optimisable.WEIGHTS;
    ScalingFactors factors =
        weights ? ScalingFactors.ones(net.network().physiology()) : net.factors();
    SpikingNetwork network = current(golden, net);
    Simulator simulator = simulator(network, net);
    ChunkInput input = net.input(0, net.steps());
    simulator.forward(NetworkState.atReset(network, net.batch()), factors, input);
    ChunkRecord record = simulator.record(factors);
    Evaluation evaluation = judge(golden, net, record.spikes());
    List<Sensitivity.Weighted> direct =
        List.of(new Sensitivity.Weighted(evaluation.gradients().getFirst(), 1));
    NetworkState costate = NetworkState.zero(network, net.batch());
    LogGradient wanted =
        weights
            ? simulator.backward(network.weights(), factors, input, costate, direct)
            : simulator.backward(factors, input, costate, direct);
    Arrays.Builder produced = judged(evaluation, net, record.spikes());
    trained.put(produced, List.of(wanted), false, net);
    return new Outcome(produced.build(), Map.of(), natural(golden, net, record));
  }
}
