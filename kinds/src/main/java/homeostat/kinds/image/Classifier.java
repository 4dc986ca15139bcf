package homeostat.kinds.image;

import homeostat.gradient.Parameters;
import homeostat.gradient.model.ElmanNetwork;
import homeostat.gradient.model.Mlp;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kinds.image.config.ModelSection;
import homeostat.task.image.PixelOrder;
import java.util.ArrayList;
import java.util.List;

/** A network that gives each image of a batch a logit for each class. */
interface Classifier {

  /** Fresh parameters. */
  Parameters draw(long seed);

  /**
   * Records the network.
   *
   * @param x [time][image] rows of [feature]
   * @return [image][class]
   */
  Var record(Tape tape, Var x);

  /** Multiplications of a forward pass of one image: what time and memory are estimated from. */
  long multiplications();

  /** The network of a config for images seen in some order. */
  static Classifier of(ModelSection model, PixelOrder order, int classes) {
    int first = model.hidden().getFirst();
    if (model.type() == ModelSection.Type.ELMAN) {
      ElmanNetwork elman =
          new ElmanNetwork(order.features(), first, classes, model.activationOrUsual());
      return new Recurrent(elman, order.steps());
    }
    List<Integer> widths = new ArrayList<>(model.hidden());
    widths.addFirst(order.features());
    widths.addLast(classes);
    return new Layered(new Mlp(widths, model.activationOrUsual()));
  }

  /** A multi-layer perceptron. */
  record Layered(Mlp mlp) implements Classifier {
    @Override
    public Parameters draw(long seed) {
      return mlp.draw(seed);
    }

    @Override
    public Var record(Tape tape, Var x) {
      return mlp.record(tape, x);
    }

    @Override
    public long multiplications() {
      long sum = 0;
      for (int i = 1; i < mlp.widths().size(); i++) {
        sum += (long) mlp.widths().get(i - 1) * mlp.widths().get(i);
      }
      return sum;
    }
  }

  /** An Elman network that reads a sequence and answers at its end. */
  record Recurrent(ElmanNetwork elman, int steps) implements Classifier {
    @Override
    public Parameters draw(long seed) {
      return elman.draw(seed);
    }

    @Override
    public Var record(Tape tape, Var x) {
      return elman.record(tape, x, steps);
    }

    @Override
    public long multiplications() {
      long units = elman.units();
      return steps * units * (units + elman.inputs()) + units * elman.outputs();
    }
  }
}
