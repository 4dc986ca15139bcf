package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.loss.FiringRate;
import homeostat.spiking.loss.Irregularity;
import homeostat.spiking.loss.MembraneVariance;
import homeostat.spiking.loss.SilentPenalty;
import homeostat.spiking.loss.VanRossum;
import homeostat.spiking.loss.WeightRatio;

/** Golden cases of the losses on given spikes and potentials. */
final class LossCases {
  /** Losses on spikes and potentials do not see scaling factors. */
  private static final ScalingFactors NO_FACTORS =
      new ScalingFactors(1, 0, new double[] {1}, new double[0]);

  private LossCases() {}

  private static double dt(JsonNode params) {
    return params.path("dt_ms").asDouble(1.0);
  }

  /** A record of the first {@code steps} steps from {@code from}, as [batch][time][neuron]. */
  private static SpikeTrains trains(GoldenCase golden, String name, int from, int steps) {
    int[] shape = golden.inputs().get(name).shape();
    byte[] all = golden.inputs().bytes(name);
    byte[] some = new byte[shape[0] * steps * shape[2]];
    for (int b = 0; b < shape[0]; b++) {
      System.arraycopy(
          all, (b * shape[1] + from) * shape[2], some, b * steps * shape[2], steps * shape[2]);
    }
    return SpikeTrains.dense(some, shape[0], steps, shape[2]);
  }

  private static ChunkRecord record(GoldenCase golden, SpikeTrains spikes) {
    float[] voltages = new float[spikes.batch() * spikes.steps() * spikes.neurons()];
    return ChunkRecord.of(spikes, voltages, dt(golden.params()), NO_FACTORS);
  }

  private static Evaluation evaluate(Objective objective, ChunkRecord record) {
    return objective.evaluate(
        record, objective.start(record.batch(), record.neurons()), GoldenNetwork.PARALLEL);
  }

  /** [batch][time][neuron] the gradient that is the same at every step. */
  private static float[] atEveryStep(Evaluation evaluation, ChunkRecord record) {
    if (!(evaluation.gradients().getFirst() instanceof Sensitivity.SpikeCount count)) {
      throw new IllegalStateException("the gradient is not the same at every step");
    }
    int neurons = record.neurons();
    float[] dense = new float[record.batch() * record.steps() * neurons];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = count.gradient()[i / (record.steps() * neurons) * neurons + i % neurons];
    }
    return dense;
  }

  private static Outcome lossAndGradient(Evaluation evaluation, ChunkRecord record) {
    return Outcome.of(
        Arrays.builder()
            .put("loss", new double[] {evaluation.value()})
            .put(
                "grad",
                atEveryStep(evaluation, record),
                record.batch(),
                record.steps(),
                record.neurons())
            .build());
  }

  static Outcome firingRate(GoldenCase golden) {
    JsonNode params = golden.params();
    ChunkRecord record = record(golden, trains(golden, "output", 0, params.get("steps").asInt()));
    int neurons = record.neurons();
    Evaluation plain =
        evaluate(rate(golden, "target_rate", 1, params.get("epsilon").asDouble(), neurons), record);
    SpikeTrains patterned = patterned(golden);
    Evaluation patterns =
        evaluate(
            rate(
                golden,
                "target_rate_patterns",
                golden.inputs().get("target_rate_patterns").shape()[0],
                params.get("epsilon_patterns").asDouble(),
                neurons),
            record(golden, patterned));
    return Outcome.of(
        Arrays.builder()
            .putAll("", lossAndGradient(plain, record).produced())
            .put("loss_patterns", new double[] {patterns.value()})
            .build());
  }

  private static FiringRate rate(
      GoldenCase golden, String name, int patterns, double epsilon, int neurons) {
    return new FiringRate(
        golden.inputs().get(name).toDoubles(),
        patterns,
        epsilon,
        FiringRate.Level.NEURON,
        new int[neurons]);
  }

  /** The spikes with their time axis cut into patterns: [batch * pattern][time][neuron]. */
  private static SpikeTrains patterned(GoldenCase golden) {
    int[] shape = golden.inputs().get("output/whole").shape();
    int patterns = golden.inputs().get("target_rate_patterns").shape()[0];
    byte[] all = golden.inputs().bytes("output/whole");
    return SpikeTrains.dense(all, shape[0] * patterns, shape[1] / patterns, shape[2]);
  }

  static Outcome silent(GoldenCase golden) {
    ChunkRecord record =
        record(golden, trains(golden, "output", 0, golden.params().get("steps").asInt()));
    Evaluation evaluation =
        evaluate(
            new SilentPenalty(
                golden.inputs().get("alpha").toDoubles(), SilentPenalty.Gradient.PUBLISHED),
            record);
    return lossAndGradient(evaluation, record);
  }

  static Outcome irregularity(GoldenCase golden) {
    ChunkRecord record =
        record(golden, trains(golden, "output", 0, golden.params().get("steps").asInt()));
    Evaluation evaluation =
        evaluate(new Irregularity(golden.inputs().get("target_cv").toDoubles(), false), record);
    return Outcome.of(Arrays.builder().put("loss", new double[] {evaluation.value()}).build());
  }

  static Outcome membraneVariance(GoldenCase golden) {
    int[] shape = golden.inputs().get("voltages").shape();
    float[] voltages = golden.inputs().get("voltages").toFloats();
    SpikeTrains none = SpikeTrains.dense(new byte[voltages.length], shape[0], shape[1], shape[2]);
    ChunkRecord record = ChunkRecord.of(none, voltages, 1.0, NO_FACTORS);
    Evaluation evaluation =
        evaluate(
            new MembraneVariance(
                golden.inputs().get("threshold").toDoubles(),
                golden.inputs().get("target_ratio").toDoubles(),
                false),
            record);
    if (!(evaluation.gradients().getFirst() instanceof Sensitivity.VoltageLine line)) {
      throw new IllegalStateException("the gradient is not a line in the potential");
    }
    float[] gradient = new float[voltages.length];
    for (int i = 0; i < gradient.length; i++) {
      int at = i / (shape[1] * shape[2]) * shape[2] + i % shape[2];
      gradient[i] = line.slope()[at] * voltages[i] + line.offset()[at];
    }
    return Outcome.of(
        Arrays.builder()
            .put("loss", new double[] {evaluation.value()})
            .put("grad", gradient, shape)
            .build());
  }

  static Outcome vanRossum(GoldenCase golden) {
    JsonNode params = golden.params();
    int window = params.get("window").asInt();
    VanRossum objective =
        new VanRossum(
            params.get("tau_rise_ms").asDouble(),
            params.get("tau_decay_ms").asDouble(),
            dt(params),
            false);
    int[] shape = golden.inputs().get("output").shape();
    Arrays carried = objective.start(shape[0], shape[2]);
    double[] p = new double[shape[0] * shape[2]];
    double[] z = new double[p.length];
    Arrays.Builder produced = Arrays.builder();
    for (int chunk = 0; chunk < shape[1] / window; chunk++) {
      SpikeTrains output = trains(golden, "output", chunk * window, window);
      ChunkRecord record =
          record(golden, output).withTarget(trains(golden, "target", chunk * window, window));
      Evaluation evaluation = objective.evaluate(record, carried, GoldenNetwork.PARALLEL);
      carried = evaluation.carried();
      if (!(evaluation.gradients().getFirst() instanceof Sensitivity.Spikes dense)) {
        throw new IllegalStateException("the gradient is not one for every spike");
      }
      produced
          .put("loss_chunk" + chunk, new double[] {evaluation.value()})
          .put("grad_chunk" + chunk, dense.gradient(), shape[0], window, shape[2])
          .put(
              "smooth_output_chunk" + chunk,
              smooth(objective, output, p, z),
              shape[0],
              shape[2],
              window);
    }
    return Outcome.of(produced.build());
  }

  private static double[] smooth(VanRossum filter, SpikeTrains trains, double[] p, double[] z) {
    int steps = trains.steps();
    double[] out = new double[p.length * steps];
    for (int i = 0; i < p.length; i++) {
      double[] signal = new double[steps];
      int b = i / trains.neurons();
      int n = i % trains.neurons();
      for (int e = trains.from(b, n); e < trains.to(b, n); e++) {
        signal[trains.times()[e]] = 1;
      }
      p[i] = filter.smooth(signal, p[i], z[i]);
      z[i] = signal[steps - 1];
      System.arraycopy(signal, 0, out, i * steps, steps);
    }
    return out;
  }

  static Outcome balance(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    WeightRatio objective =
        new WeightRatio(
            golden.params().get("target_ratio").asDouble(),
            golden.params().get("excitatory_type").asInt(),
            net.network().cellTypes());
    Csr recurrent = net.network().recurrent();
    Csr feedforward = net.network().feedforward();
    SpikeTrains none = SpikeTrains.dense(new byte[net.neurons()], 1, 1, net.neurons());
    ChunkRecord record = ChunkRecord.of(none, new float[net.neurons()], 1.0, net.factors());
    Evaluation scaling = evaluate(objective, record);
    Evaluation onWeights = evaluate(objective, record.withWeights(net.network().weights()));
    if (!(onWeights.gradients().getFirst() instanceof Sensitivity.Weights weights)) {
      throw new IllegalStateException("the gradient is not one of weights");
    }
    if (!(scaling.gradients().getFirst() instanceof Sensitivity.Factors factors)) {
      throw new IllegalStateException("the gradient is not one of scaling factors");
    }
    int types = net.factors().types();
    return Outcome.of(
        Arrays.builder()
            .put("weight_loss", new double[] {onWeights.value()})
            .put(
                "weight_grad_rec",
                dense(recurrent, weights.recurrent()),
                net.neurons(),
                net.neurons())
            .put(
                "weight_grad_ff",
                dense(feedforward, weights.feedforward()),
                feedforward.rows(),
                net.neurons())
            .put("scaling_loss", new double[] {scaling.value()})
            .put("scaling_grad_rec", factors.recurrent(), types, types)
            .put("scaling_grad_ff", factors.feedforward(), net.factors().inputTypes(), types)
            .build());
  }

  private static double[] dense(Csr wiring, double[] values) {
    double[] dense = new double[wiring.rows() * wiring.cols()];
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < values.length; e++) {
      dense[rowOf[e] * wiring.cols() + wiring.columns()[e]] = values[e];
    }
    return dense;
  }
}
