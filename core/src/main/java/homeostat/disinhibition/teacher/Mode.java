package homeostat.disinhibition.teacher;

/** What moves. */
public enum Mode {
  /** Potentials alone, without control. */
  EVAL(false, false, false),
  /** Potentials and feedback weights, without control. */
  BURN_IN(false, true, false),
  /** Potentials and integrator, under control. */
  EVAL_WITH_CONTROL(true, false, false),
  /** Everything. */
  TRAIN(true, true, true);

  final boolean controlled;
  final boolean feedbackMoves;
  final boolean weightsMove;

  Mode(boolean controlled, boolean feedbackMoves, boolean weightsMove) {
    this.controlled = controlled;
    this.feedbackMoves = feedbackMoves;
    this.weightsMove = weightsMove;
  }

  /** Whether the loop is closed. */
  public boolean isControlled() {
    return controlled;
  }
}
