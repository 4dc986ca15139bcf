package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.kinds.spiking.golden.TrainingCases.Trained;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.LogGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.StepConstants;
import homeostat.spiking.simulation.Simulator;
import homeostat.spiking.simulation.Surrogate;
import homeostat.spiking.simulation.SynapticCurrents;
import java.util.List;
import java.util.Map;

/** Golden cases of one step, its adjoint, and many steps. */
final class StepCases {
  /** A spike may differ where the potential is this close to threshold, mV. */
  private static final double EXCUSED = 1e-3;

  private StepCases() {}

  static Outcome derivedConstants(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    StepConstants constants =
        StepConstants.of(net.network().physiology(), golden.params().get("dt_ms").asDouble());
    int neurons = net.neurons();
    double[] beta = new double[neurons];
    double[] capacitance = new double[neurons];
    for (int n = 0; n < neurons; n++) {
      beta[n] = constants.beta()[net.network().cellTypes()[n]];
      capacitance[n] = constants.capacitance()[net.network().cellTypes()[n]];
    }
    Arrays.Builder produced = Arrays.builder();
    put(produced, "alpha", constants.alpha());
    put(produced, "g_scale", constants.scale());
    put(produced, "g_min", constants.lower());
    put(produced, "g_max", constants.upper());
    return Outcome.of(produced.put("beta", beta).put("C_m", capacitance).build());
  }

  private static void put(Arrays.Builder to, String name, double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    to.put(name, flat, rows.length, rows[0].length);
  }

  static Outcome surrogate(GoldenCase golden) {
    float[] x = golden.inputs().get("x").toFloats();
    double[] spike = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      spike[i] = Surrogate.spikes(x[i], 0f) ? 1 : 0;
    }
    Arrays.Builder produced = Arrays.builder().put("spike", spike);
    for (JsonNode node : golden.params().get("scales")) {
      double scale = node.asDouble();
      double[] slope = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        slope[i] = Surrogate.derivative(x[i], (float) scale);
      }
      boolean whole = scale == Math.rint(scale);
      produced.put(
          "grad_scale_" + (whole ? String.valueOf((long) scale) : String.valueOf(scale)), slope);
    }
    return Outcome.of(produced.build());
  }

  private static NetworkState state(GoldenCase golden, GoldenNetwork net, String v, String g) {
    Arrays arrays =
        Arrays.builder().put("v", golden.inputs().get(v)).put("g", golden.inputs().get(g)).build();
    return NetworkState.from(net.network(), arrays);
  }

  static Outcome singleStep(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    NetworkState state = state(golden, net, "v0", "g0");
    SynapticCurrents currents = SynapticCurrents.of(net.network(), state);
    Simulator simulator = simulator(net, Recording.SPIKES);
    state = simulator.forward(state, net.factors(), net.input(0, 1));
    Arrays after = state.toArrays(net.network());
    int synapses = net.network().physiology().synapses();
    return Outcome.of(
        Arrays.builder()
            .put("v1", after.get("v"))
            .put("g1", after.get("g"))
            .put("spikes", spikes(simulator, net), net.batch(), net.neurons())
            .put("I_syn", currents.synaptic(), net.batch(), net.neurons(), synapses)
            .put("I_leak", currents.leak(), net.batch(), net.neurons())
            .build());
  }

  private static Simulator simulator(GoldenNetwork net, Recording recording) {
    return new Simulator(net.network(), net.batch(), 1, recording, GoldenNetwork.PARALLEL);
  }

  private static byte[] spikes(Simulator simulator, GoldenNetwork net) {
    return simulator.record(net.factors()).spikes().toDense();
  }

  static Outcome adjoint(GoldenCase golden, Trained trained) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    Simulator simulator = simulator(net, Recording.ADJOINT);
    NetworkState state =
        simulator.forward(state(golden, net, "v0", "g0"), net.factors(), net.input(0, 1));
    Arrays after = state.toArrays(net.network());
    byte[] spikes = spikes(simulator, net);
    double loss = 0;
    for (int i = 0; i < spikes.length; i++) {
      loss += golden.inputs().get("c_s").at(i) * spikes[i];
      loss += golden.inputs().get("c_v").at(i) * after.get("v").at(i);
    }
    for (int i = 0; i < after.get("g").size(); i++) {
      loss += golden.inputs().get("c_g").at(i) * after.get("g").at(i);
    }
    NetworkState costate = state(golden, net, "c_v", "c_g");
    Sensitivity direct = new Sensitivity.Spikes(golden.inputs().get("c_s").toFloats());
    LogGradient gradient =
        trained.gradient(
            simulator, net, net.input(0, 1), costate, List.of(new Sensitivity.Weighted(direct, 1)));
    Arrays before = costate.toArrays(net.network());
    Arrays.Builder produced =
        Arrays.builder()
            .put("loss", new double[] {loss})
            .put("grad_v0", before.get("v"))
            .put("grad_g0", before.get("g"));
    trained.put(produced, List.of(gradient), false, net);
    return Outcome.of(produced.build());
  }

  static Outcome multiStep(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    int stride = golden.params().get("stored_stride_g_I").asInt();
    int batch = net.batch();
    int neurons = net.neurons();
    int synapses = net.network().physiology().synapses();
    int stored = net.steps() / stride;
    byte[] spikes = new byte[batch * net.steps() * neurons];
    float[] voltages = new float[spikes.length];
    float[] g = new float[batch * stored * neurons * 2 * synapses];
    float[] currents = new float[batch * stored * neurons * synapses];
    float[] leak = new float[batch * stored * neurons];
    Simulator simulator = simulator(net, Recording.SPIKES);
    NetworkState state = NetworkState.atReset(net.network(), batch);
    double farthest = 0;
    for (int t = 0; t < net.steps(); t++) {
      float[] entering = state.toArrays(net.network()).floats("v");
      SynapticCurrents used = SynapticCurrents.of(net.network(), state);
      state = simulator.forward(state, net.factors(), net.input(t, 1));
      Arrays after = state.toArrays(net.network());
      byte[] now = spikes(simulator, net);
      rows(now, neurons, batch, net.steps(), t, spikes);
      rows(after.floats("v"), neurons, batch, net.steps(), t, voltages);
      if (t % stride == stride - 1) {
        int row = t / stride;
        rows(after.floats("g"), neurons * 2 * synapses, batch, stored, row, g);
        rows(used.synaptic(), neurons * synapses, batch, stored, row, currents);
        rows(used.leak(), neurons, batch, stored, row, leak);
      }
      farthest = Math.max(farthest, farthestMismatch(golden, net, t, now, entering));
    }
    Arrays last = state.toArrays(net.network());
    int recurrent = net.network().physiology().recurrent().size();
    Arrays produced =
        Arrays.builder()
            .put("spikes", spikes, batch, net.steps(), neurons)
            .put("voltages", voltages, batch, net.steps(), neurons)
            .put("g_every_stride", g, batch, stored, neurons, 2, synapses)
            .put("I_every_stride", currents, batch, stored, neurons, synapses)
            .put("I_leak_every_stride", leak, batch, stored, neurons)
            .put("final_v", last.get("v"))
            .put("final_g", some(last, 0, recurrent, synapses), batch, neurons, 2, recurrent)
            .put(
                "final_g_FF",
                some(last, recurrent, synapses, synapses),
                batch,
                neurons,
                2,
                synapses - recurrent)
            .build();
    Map<String, String> excused =
        farthest > 0 && farthest <= EXCUSED
            ? Map.of("spikes", "potential within " + farthest + " mV of threshold")
            : Map.of();
    return new Outcome(produced, Map.of(), excused);
  }

  /** Largest distance to threshold, mV, among neurons whose spike differs at a step. */
  private static double farthestMismatch(
      GoldenCase golden, GoldenNetwork net, int t, byte[] now, float[] entering) {
    double farthest = 0;
    int neurons = net.neurons();
    for (int i = 0; i < now.length; i++) {
      int at = ((i / neurons) * net.steps() + t) * neurons + i % neurons;
      if (golden.expected().get("spikes").at(at) != now[i]) {
        int type = net.network().cellTypes()[i % neurons];
        double theta = net.network().physiology().cells().get(type).theta();
        farthest = Math.max(farthest, Math.abs(entering[i] - theta));
      }
    }
    return farthest;
  }

  @SuppressWarnings("SuspiciousSystemArraycopy")
  private static void rows(Object from, int width, int batch, int rows, int row, Object to) {
    for (int b = 0; b < batch; b++) {
      System.arraycopy(from, b * width, to, (b * rows + row) * width, width);
    }
  }

  private static float[] some(Arrays last, int from, int to, int synapses) {
    float[] g = last.floats("g");
    int width = to - from;
    float[] out = new float[g.length / synapses * width];
    for (int i = 0; i < out.length; i++) {
      out[i] = g[i / width * synapses + from + i % width];
    }
    return out;
  }
}
