package homeostat.connectome.brain;

import homeostat.connectome.CellTypes;
import homeostat.kernel.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the neurons of a generated brain belong: to one of the modules each, and some to a layer of
 * a pathway. Numbers are shuffled, so that neighbours in number are no neighbours in the brain.
 */
final class Layout {
  private static final int LAYERS = 5;

  /** Receivers in all layers, and mean synapses to each, of a sensory neuron. */
  private static final int SENSORY_RECEIVERS = 115;

  private static final double SENSORY_COUNT = 11;

  /** Receivers in the next layer of an excitatory neuron further on, and mean synapses to each. */
  private static final int RECEIVERS = 10;

  private static final double COUNT = 9;

  private static final int WEAKEST = 5;

  private final FlyPlan plan;
  private final int[] placeOf;
  private final int[] neuronAt;
  private final int perPathway;
  private final int[][] members;

  Layout(FlyPlan plan, Draws draws) {
    this.plan = plan;
    this.neuronAt = draws.permutation(plan.neurons());
    this.placeOf = new int[plan.neurons()];
    for (int place = 0; place < neuronAt.length; place++) {
      placeOf[neuronAt[place]] = place;
    }
    this.perPathway = plan.sensory() + plan.followers();
    this.members = new int[plan.modules()][];
    int[] sizes = new int[plan.modules()];
    for (int neuron = 0; neuron < plan.neurons(); neuron++) {
      sizes[module(neuron)]++;
    }
    for (int m = 0; m < members.length; m++) {
      members[m] = new int[sizes[m]];
    }
    for (int neuron = plan.neurons() - 1; neuron >= 0; neuron--) {
      int m = module(neuron);
      members[m][--sizes[m]] = neuron;
    }
  }

  /** A pathway lies in one module, the next pathway in the next; the other neurons fill up. */
  int module(int neuron) {
    int place = placeOf[neuron];
    int onPathways = plan.pathways() * perPathway;
    if (place < onPathways) {
      return place / perPathway % plan.modules();
    }
    return (int) ((long) (place - onPathways) * plan.modules() / (plan.neurons() - onPathways));
  }

  /** [number within the module] neuron. */
  int[] members(int module) {
    return members[module];
  }

  /** Layer of a neuron in its pathway: 0 for sensory, -1 for none. */
  int layer(int neuron) {
    int place = placeOf[neuron];
    if (place >= plan.pathways() * perPathway) {
      return -1;
    }
    int within = place % perPathway - plan.sensory();
    return within < 0 ? 0 : 1 + (int) ((long) within * LAYERS / plan.followers());
  }

  /** How many connections of a neuron go on along its pathway. */
  int pathwayReceivers(int neuron, boolean inhibits) {
    int layer = layer(neuron);
    if (layer < 0 || layer == LAYERS || inhibits) {
      return 0;
    }
    return layer == 0
        ? Math.min(SENSORY_RECEIVERS, plan.followers())
        : Math.min(RECEIVERS, size(layer + 1));
  }

  /** A neuron further on: of any layer for a sensory one, else of the next. */
  int follower(int neuron, float uniform) {
    int layer = layer(neuron);
    int first = layer == 0 ? 0 : start(layer + 1);
    int count = layer == 0 ? plan.followers() : size(layer + 1);
    int pathway = placeOf[neuron] / perPathway;
    int chosen = Math.min((int) (uniform * count), count - 1);
    return neuronAt[pathway * perPathway + plan.sensory() + first + chosen];
  }

  /** Synapses of a connection along the pathway. */
  int pathwayCount(int neuron, float uniform) {
    double mean = layer(neuron) == 0 ? SENSORY_COUNT : COUNT;
    return WEAKEST + (int) (uniform * (2 * (mean - WEAKEST) + 1));
  }

  /** The cell type of every neuron: its layer in its pathway, or its module and sign. */
  CellTypes types(boolean[] inhibits) {
    int moduleTypes = 2 * plan.modules();
    String[] names = new String[moduleTypes + plan.pathways() * (LAYERS + 1)];
    for (int m = 0; m < plan.modules(); m++) {
      names[2 * m] = String.format(Locale.ROOT, "module_%02d_excitatory", m + 1);
      names[2 * m + 1] = String.format(Locale.ROOT, "module_%02d_inhibitory", m + 1);
    }
    for (int p = 0; p < plan.pathways(); p++) {
      int at = moduleTypes + p * (LAYERS + 1);
      names[at] = String.format(Locale.ROOT, "pathway_%03d_sensory", p + 1);
      for (int layer = 1; layer <= LAYERS; layer++) {
        names[at + layer] = String.format(Locale.ROOT, "pathway_%03d_layer_%d", p + 1, layer);
      }
    }
    int[] index = new int[plan.neurons()];
    for (int i = 0; i < index.length; i++) {
      int layer = layer(i);
      index[i] =
          layer < 0
              ? 2 * module(i) + (inhibits[i] ? 1 : 0)
              : moduleTypes + placeOf[i] / perPathway * (LAYERS + 1) + layer;
    }
    return new CellTypes(List.of(names), index);
  }

  /** The module of every neuron, by name. */
  CellTypes modules() {
    String[] names = new String[plan.modules()];
    Arrays.setAll(names, m -> String.format(Locale.ROOT, "module_%02d", m + 1));
    int[] index = new int[plan.neurons()];
    Arrays.setAll(index, this::module);
    return new CellTypes(List.of(names), index);
  }

  /** First follower of a layer: the smallest number that {@link #layer} gives this layer. */
  private int start(int layer) {
    return (int) (((long) (layer - 1) * plan.followers() + LAYERS - 1) / LAYERS);
  }

  private int size(int layer) {
    return start(layer + 1) - start(layer);
  }
}
