package homeostat.dale.recurrent;

import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Teaching;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.List;
import java.util.Optional;

/**
 * Cells one above the other that read a sequence, and a readout of the last state:
 *
 * <pre>
 * h_0(t) = cell_0(x(t)),  h_i(t) = cell_i(h_(i-1)(t)),  logits = readout(relu(N(h_last(T - 1))))
 * </pre>
 *
 * <p>N is layer normalisation or nothing, and never feeds back into the state.
 *
 * @param kind of the cells; the readout of split cells is a subtractive layer, else plain
 * @param inputs numbers in a step of the sequence
 * @param widths units of each cell, from below
 * @param outputs of the readout
 * @param inhibitory fraction of the units of a cell, below 1, or their number
 * @param activation f of the cells
 * @param normalised whether N is layer normalisation
 * @param homeostasis what inhibition of the cells learns from; empty has everything learn from the
 *     task
 * @param learnedStart whether the first state learns
 * @param start initial weights of the cells
 */
public record DaleSequence(
    CellKind kind,
    int inputs,
    List<Integer> widths,
    int outputs,
    double inhibitory,
    Activation activation,
    boolean normalised,
    Optional<Teaching> homeostasis,
    boolean learnedStart,
    RecurrentWeights start) {

  public DaleSequence {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 2) || inputs < 1) {
      throw new IllegalArgumentException(
          "inputs " + inputs + ", widths " + widths + ": at least one cell of at least two units");
    }
    if (outputs < 2 || !(inhibitory > 0)) {
      throw new IllegalArgumentException(
          "outputs " + outputs + " and inhibitory " + inhibitory + " must be >= 2 and > 0");
    }
    if (homeostasis.isPresent() && kind != CellKind.DANN) {
      throw new IllegalArgumentException("there is no local loss for " + kind.word() + " cells");
    }
    boolean signed = activation == Activation.NONE || activation == Activation.TANH;
    if (kind == CellKind.SHUNT && (signed || learnedStart)) {
      throw new IllegalArgumentException(
          "shunting cells need activity of at least 0 that begins at 0; not "
              + activation
              + (learnedStart ? " and a first state that learns" : ""));
    }
  }

  /** Name of a cell. */
  public String cell(int i) {
    return (kind.split() ? "ei_cell_" : "rnn_cell_") + i;
  }

  /** Interneurons of each pathway of a cell. */
  public int inhibitory(int i) {
    int units = widths.get(i);
    return inhibitory < 1 ? Math.max(1, (int) Math.floor(units * inhibitory)) : (int) inhibitory;
  }

  /** Fresh parameters. */
  public Parameters draw(long seed) {
    return start.draw(this, InitialWeights.usual(), seed);
  }

  /**
   * Records the network on a tape.
   *
   * @param x [time][batch] rows of [input]
   * @param steps length of the sequence
   */
  public RecordedSequence record(Tape tape, Var x, int steps) {
    return new SequenceRecorder(this, tape, steps).record(x);
  }
}
