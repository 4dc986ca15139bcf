package homeostat.kinds.dale;

import homeostat.dale.network.ParameterGroup;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.robustness.Answers;

/**
 * A recurrent network whose inhibition goes on learning from the local loss of training, with the
 * rates of training, after each answer; excitation stays as it is.
 */
final class LocalAnswers implements Answers {
  private final Parameters parameters;
  private final Gradients gradients;
  private final Tape tape;
  private final Var x;
  private final Var logits;
  private final Optimiser local;
  private final OptimiserState moments;

  LocalAnswers(SavedSequence saved, int batch, Parallel parallel) {
    this.parameters = saved.parameters().copy();
    this.gradients = new Gradients(parameters);
    this.tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    this.x = tape.input("images", saved.order().steps() * batch, saved.order().features());
    RecordedModel model = saved.model().record(tape, x);
    this.logits = model.logits();
    model.strength().value()[0] = (float) saved.learning().lambda();
    this.local =
        saved
            .learning()
            .rates()
            .optimiser(
                parameters,
                name ->
                    name.startsWith("fc_output.")
                        || saved.model().frozen(name)
                        || !ParameterGroup.of(name).inhibitory());
    this.moments = local.start(parameters);
  }

  @Override
  public float[] images() {
    return x.value();
  }

  @Override
  public float[] answer() {
    tape.forward();
    float[] answers = logits.value().clone();
    tape.backward(logits, new float[answers.length]);
    local.step(parameters, gradients, moments);
    return answers;
  }
}
