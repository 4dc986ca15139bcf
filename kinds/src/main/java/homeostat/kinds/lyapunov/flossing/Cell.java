package homeostat.kinds.lyapunov.flossing;

import homeostat.kinds.lyapunov.config.FlossingSection;
import homeostat.kinds.lyapunov.config.GradientFlossingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One network of a run.
 *
 * @param method when its exponents are flossed
 * @param delay what it must bridge
 * @param sample number of the draw; those of one number begin equal and see equal trials
 */
record Cell(FlossingSection.Method method, int delay, int sample) {

  /** All of a run, in order. */
  static List<Cell> all(GradientFlossingConfig config) {
    List<Cell> cells = new ArrayList<>();
    for (int delay : config.task().delays()) {
      for (FlossingSection.Method method : config.flossing().methods()) {
        for (int sample = 0; sample < config.network().nSamples(); sample++) {
          cells.add(new Cell(method, delay, sample));
        }
      }
    }
    return cells;
  }

  String word() {
    return method.name().toLowerCase(Locale.ROOT);
  }

  /** Epochs of flossing and of the task, in order: true where it is flossing. */
  boolean[] program(GradientFlossingConfig config) {
    FlossingSection flossing = config.flossing();
    int before = method == FlossingSection.Method.NONE ? 0 : flossing.epochs();
    int tasks = config.task().epochs();
    boolean during = method == FlossingSection.Method.DURING;
    int episodes = during ? (tasks - 1) / flossing.every() : 0;
    boolean[] program = new boolean[before + tasks + episodes * flossing.episode()];
    java.util.Arrays.fill(program, 0, before, true);
    int at = before;
    for (int e = 0; e < tasks; e++) {
      if (during && e > 0 && e % flossing.every() == 0) {
        java.util.Arrays.fill(program, at, at + flossing.episode(), true);
        at += flossing.episode();
      }
      at++;
    }
    return program;
  }
}
