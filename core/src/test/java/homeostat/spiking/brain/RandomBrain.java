package homeostat.spiking.brain;

import homeostat.connectome.brain.RowBuilder;
import homeostat.connectome.brain.SynapseRows;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * A small random brain with random input, which can be made smaller piece by piece.
 *
 * @param edges [edge] {sender, receiver, count}
 * @param inputs [event] {step, neuron}, ascending steps
 * @param millivolts [event] of each input
 */
record RandomBrain(
    long seed,
    int neurons,
    BrainParameters parameters,
    List<int[]> edges,
    List<int[]> inputs,
    List<Double> millivolts,
    List<Integer> silenced,
    List<Integer> tireless,
    int steps) {

  static RandomBrain of(long seed) {
    Draws draws = Stream.of(seed, "random-brain").draws();
    int neurons = 1 + draws.integer(30);
    double tauSynapse = draws.logNormal(1, 1);
    double ratio =
        switch (draws.integer(4)) {
          case 0 -> 4;
          case 1 -> 2 + draws.integer(8);
          case 2 -> 1.002 + 0.1 * draws.uniform();
          default -> 1.01 + 12 * draws.uniform();
        };
    double dt = draws.bernoulli(0.5) ? 0.1 : 0.05 + draws.uniform();
    double rest = draws.bernoulli(0.5) ? -52 : -70 * draws.uniform();
    double theta = 0.5 + 15 * draws.uniform();
    double reset = draws.bernoulli(0.5) ? rest : rest + theta - 10 * draws.uniform();
    BrainParameters parameters =
        new BrainParameters(
            rest,
            Math.min(reset, rest + theta),
            rest + theta,
            ratio * tauSynapse,
            tauSynapse,
            draws.bernoulli(0.3) ? 0 : draws.integer(60) * dt,
            (1 + draws.integer(40)) * dt,
            draws.bernoulli(0.5) ? 0.275 : draws.uniform(),
            dt,
            draws.bernoulli(0.7)
                ? BrainParameters.Refractoriness.FROZEN
                : BrainParameters.Refractoriness.INTEGRATING);
    List<int[]> edges = new ArrayList<>();
    int degree = 1 + draws.integer(12);
    double inhibitory = draws.uniform();
    for (int e = 0; e < neurons * degree; e++) {
      int sign = draws.bernoulli(inhibitory) ? -1 : 1;
      edges.add(
          new int[] {
            draws.integer(neurons), draws.integer(neurons), sign * (1 + draws.integer(150))
          });
    }
    int steps = 50 + draws.integer(3000);
    List<int[]> inputs = new ArrayList<>();
    List<Double> millivolts = new ArrayList<>();
    int driven = 1 + draws.integer(neurons);
    double perStep = draws.uniform() * draws.uniform();
    double strength = theta * (0.2 + 4 * draws.uniform());
    for (int step = 0; step < steps; step++) {
      for (int k = draws.poisson(perStep); k > 0; k--) {
        inputs.add(new int[] {step, draws.integer(driven)});
        millivolts.add(draws.bernoulli(0.1) ? -strength : strength * (0.5 + draws.uniform()));
      }
    }
    return new RandomBrain(
        seed,
        neurons,
        parameters,
        edges,
        inputs,
        millivolts,
        draws.bernoulli(0.3) ? List.of(draws.integer(neurons)) : List.of(),
        draws.bernoulli(0.5) ? List.of(draws.integer(neurons)) : List.of(),
        steps);
  }

  BrainNetwork network() {
    RowBuilder rows = new RowBuilder(neurons, edges.size());
    for (int sender = 0; sender < neurons; sender++) {
      for (int[] edge : edges) {
        if (edge[0] == sender) {
          rows.add(edge[1], edge[2]);
        }
      }
      rows.endRow();
    }
    SynapseRows built = rows.build();
    return new BrainNetwork(built, parameters, marks(silenced), marks(tireless));
  }

  private boolean[] marks(List<Integer> which) {
    boolean[] marks = new boolean[neurons];
    which.forEach(i -> marks[i] = true);
    return marks;
  }

  Drive drive() {
    return new ListedDrive(
        inputs.stream().mapToInt(input -> input[0]).toArray(),
        inputs.stream().mapToInt(input -> input[1]).toArray(),
        millivolts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  RandomBrain withThreshold(double threshold) {
    BrainParameters p = parameters;
    return with(
        new BrainParameters(
            p.rest(),
            p.reset(),
            threshold,
            p.tauMembrane(),
            p.tauSynapse(),
            p.refractory(),
            p.delay(),
            p.perSynapse(),
            p.dt(),
            p.refractoriness()));
  }

  private RandomBrain with(BrainParameters other) {
    return new RandomBrain(
        seed, neurons, other, edges, inputs, millivolts, silenced, tireless, steps);
  }

  /** Brains that are smaller by a piece. */
  List<RandomBrain> smaller() {
    List<RandomBrain> all = new ArrayList<>();
    if (steps > 1) {
      all.add(cut(edges, 0, 0, inputs, 0, 0, steps / 2));
      all.add(cut(edges, 0, 0, inputs, 0, 0, steps - 1));
    }
    for (int size = edges.size(); size >= 1; size /= 2) {
      for (int at = 0; at < edges.size(); at += size) {
        all.add(cut(edges, at, at + size, inputs, 0, 0, steps));
      }
    }
    for (int size = inputs.size(); size >= 1; size /= 2) {
      for (int at = 0; at < inputs.size(); at += size) {
        all.add(cut(edges, 0, 0, inputs, at, at + size, steps));
      }
    }
    if (!silenced.isEmpty() || !tireless.isEmpty()) {
      all.add(
          new RandomBrain(
              seed, neurons, parameters, edges, inputs, millivolts, List.of(), List.of(), steps));
    }
    return all;
  }

  private RandomBrain cut(
      List<int[]> e, int edge, int edgeEnd, List<int[]> in, int input, int inputEnd, int length) {
    return new RandomBrain(
        seed,
        neurons,
        parameters,
        without(e, edge, edgeEnd),
        without(in, input, inputEnd),
        without(millivolts, input, inputEnd),
        silenced,
        tireless,
        length);
  }

  private static <T> List<T> without(List<T> list, int from, int to) {
    List<T> rest = new ArrayList<>(list.subList(0, from));
    rest.addAll(list.subList(Math.min(to, list.size()), list.size()));
    return rest;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("seed " + seed + ", " + neurons + " neurons, " + parameters);
    text.append(", ").append(steps).append(" steps, silenced ").append(silenced);
    text.append(", tireless ").append(tireless).append(", edges");
    edges.forEach(edge -> text.append(' ').append(java.util.Arrays.toString(edge)));
    text.append(", inputs");
    for (int i = 0; i < inputs.size(); i++) {
      text.append(' ').append(java.util.Arrays.toString(inputs.get(i)));
      text.append(millivolts.get(i));
    }
    return text.toString();
  }
}
