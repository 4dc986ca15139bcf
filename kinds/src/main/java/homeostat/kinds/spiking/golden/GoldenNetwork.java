package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The network fixture of a golden case.
 *
 * @param network the network
 * @param factors its scaling factors
 * @param batch batch elements
 * @param steps steps of its spikes
 * @param input [batch][time][input] spikes
 * @param target [batch][time][neuron] spikes to be reproduced
 */
record GoldenNetwork(
    SpikingNetwork network,
    ScalingFactors factors,
    int batch,
    int steps,
    byte[] input,
    byte[] target) {

  /** One thread: golden networks are small. */
  static final Parallel PARALLEL = new Parallel(1);

  static GoldenNetwork of(GoldenCase golden) {
    JsonNode params = golden.fixtureParams();
    Arrays inputs = golden.inputs().below("network/");
    int neurons = params.get("N").asInt();
    int sources = params.get("n_inputs").asInt();
    Physiology physiology =
        new Physiology(
            cells(params.get("cell_params")),
            synapses(params.get("synapse_params")),
            names(params.get("cell_params_FF")),
            synapses(params.get("synapse_params_FF")));
    SpikingNetwork network =
        new SpikingNetwork(
            csr(inputs, "weights", "mask", neurons, neurons),
            csr(inputs, "weights_FF", "mask_FF", sources, neurons),
            inputs.get("cell_type_indices").toInts(),
            inputs.get("cell_type_indices_FF").toInts(),
            physiology,
            params.get("dt_ms").asDouble(),
            params.get("surrgrad_scale").asDouble());
    ScalingFactors factors =
        new ScalingFactors(
            physiology.types(),
            physiology.inputTypes(),
            inputs.get("scaling_factors").toDoubles(),
            inputs.get("scaling_factors_FF").toDoubles());
    return new GoldenNetwork(
        network,
        factors,
        params.get("batch").asInt(),
        params.get("steps").asInt(),
        inputs.bytes("input_spikes"),
        inputs.bytes("target_spikes"));
  }

  private static Csr csr(Arrays inputs, String weights, String mask, int rows, int cols) {
    boolean[] present = new boolean[rows * cols];
    for (int i = 0; i < present.length; i++) {
      present[i] = inputs.get(mask).at(i) != 0;
    }
    return Csr.dense(rows, cols, inputs.get(weights).toFloats(), present);
  }

  private static List<CellParameters> cells(JsonNode list) {
    List<CellParameters> cells = new ArrayList<>();
    for (JsonNode cell : list) {
      cells.add(
          new CellParameters(
              cell.get("name").asText(),
              cell.get("tau_mem").asDouble(),
              cell.get("theta").asDouble(),
              cell.get("U_reset").asDouble(),
              cell.get("E_L").asDouble(),
              cell.get("g_L").asDouble(),
              cell.get("tau_ref").asDouble()));
    }
    return cells;
  }

  private static List<SynapseParameters> synapses(JsonNode list) {
    List<SynapseParameters> synapses = new ArrayList<>();
    for (JsonNode synapse : list) {
      synapses.add(
          new SynapseParameters(
              synapse.get("name").asText(),
              synapse.get("cell_id").asInt(),
              synapse.get("tau_rise").asDouble(),
              synapse.get("tau_decay").asDouble(),
              synapse.get("E_syn").asDouble(),
              synapse.get("g_bar").asDouble()));
    }
    return synapses;
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(node -> names.add(node.get("name").asText()));
    return names;
  }

  int neurons() {
    return network.neurons();
  }

  /** Input of the steps [from, from + count). */
  ChunkInput input(int from, int count) {
    return ChunkInput.dense(
        steps(input, network.inputs(), from, count), batch, count, network.inputs());
  }

  /** Target spikes of the steps [from, from + count). */
  SpikeTrains target(int from, int count) {
    return SpikeTrains.dense(steps(target, neurons(), from, count), batch, count, neurons());
  }

  private byte[] steps(byte[] all, int width, int from, int count) {
    byte[] some = new byte[batch * count * width];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(all, (b * steps + from) * width, some, b * count * width, count * width);
    }
    return some;
  }

  /** [neuron] a value by cell type. */
  double[] perNeuron(JsonNode byType) {
    double[] values = new double[neurons()];
    for (int n = 0; n < values.length; n++) {
      values[n] = byType.get(network.cellTypes()[n]).asDouble();
    }
    return values;
  }
}
