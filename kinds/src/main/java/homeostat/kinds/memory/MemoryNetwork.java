package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.connectome.mapping.RankRemap;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Constraint;
import homeostat.gradient.Frozen;
import homeostat.gradient.Gradients;
import homeostat.gradient.Grouped;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.model.SequenceNetwork;
import homeostat.gradient.operation.Activation;
import homeostat.kernel.Draws;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.config.NetworkSection;
import homeostat.kinds.memory.config.TrainingSection;
import homeostat.lab.UserError;
import homeostat.rate.CellWeights;
import homeostat.rate.RecurrentCell;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.TrialSplit;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Elman network on a template with all that its training remembers, and its trials in batches of
 * a fixed order.
 */
final class MemoryNetwork {
  private static final String RECURRENT = "weight_hh";

  private final Parameters parameters;
  private final Gradients gradients;
  private final Optimiser optimiser;
  private final OptimiserState moments;
  private final List<TrialBatch> train;
  private final List<TrialBatch> validate;
  private final List<TrialBatch> test;
  private final Trials shown;
  private final Optional<Stream> nulls;
  private final float[] first;
  private final boolean rectified;

  MemoryNetwork(
      NetworkSection network,
      TrainingSection training,
      Template template,
      MemoryTask task,
      TrialSplit split,
      long seed,
      Parallel parallel) {
    rectified = network.nonlinearity() == NetworkSection.Nonlinearity.RELU;
    parameters = draw(network, template, task, seed);
    first = parameters.get(RECURRENT).values();
    gradients = new Gradients(parameters);
    optimiser = frozen(training.rule(), network.train());
    moments = optimiser.start(parameters);
    SequenceNetwork elman = new SequenceNetwork(activation(network));
    TrialBatch.Maker maker =
        new TrialBatch.Maker(
            elman,
            template.sparse(),
            parameters,
            gradients,
            Kernels.active(),
            parallel,
            task,
            (float) training.fixationWeight());
    train = maker.batches(split.train(), training.batchSize());
    validate = maker.batches(split.validate(), training.batchSize());
    test = maker.batches(split.test(), training.batchSize());
    shown = split.validate();
    nulls =
        training.nullPrediction()
            ? Optional.of(Stream.of(seed, "memory.null-prediction"))
            : Optional.empty();
  }

  private static Activation activation(NetworkSection network) {
    return network.nonlinearity() == NetworkSection.Nonlinearity.RELU
        ? Activation.RELU
        : Activation.TANH;
  }

  private static Optimiser frozen(Optimiser rule, NetworkSection.Train train) {
    Map<String, Optimiser> still = new HashMap<>();
    if (train == NetworkSection.Train.READOUT) {
      SequenceNetwork.PARAMETERS.stream()
          .filter(name -> !name.startsWith("fc_"))
          .forEach(name -> still.put(name, new Frozen()));
    } else if (train == NetworkSection.Train.FROZEN_RECURRENT) {
      still.put(RECURRENT, new Frozen());
    }
    return still.isEmpty() ? rule : new Grouped(rule, still);
  }

  private static Parameters draw(
      NetworkSection network, Template template, MemoryTask task, long seed) {
    int units = template.units();
    int inputs = task.channels();
    int outputs = task.outputs();
    InitialWeights scheme = scheme(network);
    List<Parameter> all = new ArrayList<>();
    all.add(
        free(
            "weight_ih",
            uniform("weight_ih", seed, units * inputs, scheme.input(inputs, units)),
            units,
            inputs));
    float[] dense = uniform(RECURRENT, seed, units * units, scheme.recurrent(units));
    float[] topology = new float[dense.length];
    for (int k = 0; k < topology.length; k++) {
      topology[k] = template.weights()[k] == 0 ? 0 : 1;
    }
    all.add(SequenceNetwork.recurrent(onTemplate(network, template, dense), topology, units));
    double bias = scheme.bias(units);
    all.add(free("bias_ih", uniform("bias_ih", seed, units, bias), units));
    all.add(free("bias_hh", uniform("bias_hh", seed, units, bias), units));
    double readout =
        template.regions() == 0 && scheme == InitialWeights.HE
            ? Math.sqrt(6.0 / units) // the published all-to-all network takes fan-in here
            : scheme.readout(units, outputs);
    all.add(
        free("fc_weight", uniform("fc_weight", seed, outputs * units, readout), outputs, units));
    all.add(free("fc_bias", uniform("fc_bias", seed, outputs, bias), outputs));
    return new Parameters(all);
  }

  private static Parameter free(String name, float[] values, int... shape) {
    return new Parameter(name, values, shape, Constraint.FREE);
  }

  private static InitialWeights scheme(NetworkSection network) {
    return switch (network.init()) {
      case DEFAULT -> InitialWeights.DEFAULT;
      case XAVIER -> InitialWeights.XAVIER;
      case HE -> InitialWeights.HE;
      case AUTO ->
          network.nonlinearity() == NetworkSection.Nonlinearity.RELU
              ? InitialWeights.HE
              : InitialWeights.XAVIER;
    };
  }

  private static float[] uniform(String name, long seed, int count, double halfWidth) {
    Draws draws = Stream.of(seed, "memory.initial." + name).draws();
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = (float) (halfWidth * (2 * draws.uniform() - 1));
    }
    return values;
  }

  private static float[] onTemplate(NetworkSection network, Template template, float[] dense) {
    double[] wide = new double[dense.length];
    for (int k = 0; k < wide.length; k++) {
      wide[k] = template.weights()[k] == 0 ? 0 : dense[k];
    }
    // all connections of an all-to-all network are equal: dealt out, they would lie sorted by place
    NetworkSection.Remap remap =
        template.regions() == 0 ? NetworkSection.Remap.NONE : network.remapW();
    double[] dealt =
        switch (remap) {
          case NONE -> wide;
          case SIGNED -> RankRemap.SIGNED.remap(template.weights(), wide);
          case MAGNITUDE -> RankRemap.MAGNITUDE.remap(template.weights(), wide);
        };
    float[] weights = new float[dealt.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) dealt[k];
    }
    return weights;
  }

  /**
   * Takes the weights of another run but for the readout, which is another task's.
   *
   * @throws UserError where the other network has not as many inputs
   */
  void begin(Arrays weights) {
    Arrays.Builder all = Arrays.builder();
    for (Parameter parameter : parameters.all()) {
      boolean own = parameter.name().startsWith("fc_");
      if (!own && weights.get(parameter.name()).size() != parameter.raw().length) {
        throw new UserError(
            "network.pretrained: "
                + parameter.name()
                + " has shape "
                + java.util.Arrays.toString(weights.get(parameter.name()).shape())
                + ", and this task needs "
                + java.util.Arrays.toString(parameter.shape())
                + "; begin with a network of a task with as many inputs");
      }
      all.put(
          parameter.name(),
          own ? parameter.raw() : weights.floats(parameter.name()),
          parameter.shape());
    }
    parameters.load(all.build());
    System.arraycopy(parameters.get(RECURRENT).values(), 0, first, 0, first.length);
  }

  /**
   * One epoch: every batch of training trials, then all validation trials and those of the test.
   */
  EpochScores epoch(long epoch) {
    EpochScores.Sum learnt = new EpochScores.Sum();
    for (TrialBatch batch : train) {
      batch.forward();
      if (!Double.isFinite(batch.loss())) {
        throw new NonFiniteException("training loss", "the batch", epoch, batch.loss());
      }
      learnt.add(batch);
      batch.backward();
      optimiser.step(parameters, gradients, moments);
    }
    EpochScores.Sum judged = new EpochScores.Sum();
    int at = 0;
    for (TrialBatch batch : validate) {
      batch.forward();
      judged.add(batch);
      int number = at++;
      nulls.ifPresent(
          stream -> judged.addNull(batch.nullLoss(stream.at(epoch).at(number).draws())));
    }
    EpochScores.Sum tested = new EpochScores.Sum();
    for (TrialBatch batch : test) {
      batch.forward();
      tested.add(batch);
    }
    return new EpochScores(learnt.scores(), judged.scores(), tested.scores());
  }

  /** What the network does in the validation trials, with the weights as they are now. */
  Judged judged() {
    return Judged.of(shown, validate);
  }

  /** The recurrent weights before the first epoch, [receiver][sender]. */
  float[] firstWeights() {
    return first;
  }

  /** The recurrent weights now, [receiver][sender]. */
  float[] recurrentWeights() {
    return parameters.get(RECURRENT).values();
  }

  /** The parameters as they are now, copied. */
  Arrays weights() {
    Arrays.Builder all = Arrays.builder();
    for (Parameter parameter : parameters.all()) {
      all.put(parameter.name(), parameter.values(), parameter.shape());
    }
    return all.build();
  }

  Arrays save() {
    return Arrays.builder()
        .putAll("parameters/", parameters.save())
        .putAll("optimiser/", moments.save())
        .put("first", first.clone())
        .build();
  }

  void load(Arrays saved) {
    parameters.load(saved.below("parameters/"));
    moments.load(saved.below("optimiser/"));
    System.arraycopy(saved.floats("first"), 0, first, 0, first.length);
  }

  /** The recurrent cell as it is now, without input. */
  RecurrentCell cell() {
    double[] weights = wide(RECURRENT);
    double[] input = wide("bias_ih");
    int units = input.length;
    CellWeights cell = new CellWeights(units, 1, weights, input, wide("bias_hh"));
    return new RecurrentCell.Elman(cell, rectified);
  }

  private double[] wide(String name) {
    float[] values = parameters.get(name).values();
    double[] out = new double[values.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = values[k];
    }
    return out;
  }
}
