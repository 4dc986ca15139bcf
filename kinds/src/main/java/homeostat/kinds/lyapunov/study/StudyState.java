package homeostat.kinds.lyapunov.study;

import homeostat.lyapunov.SpectrumRun;
import java.util.ArrayList;
import java.util.List;

/** Samples done, and those at work. */
public final class StudyState {
  final List<Outcome> done = new ArrayList<>();
  final List<SpectrumRun<?>> working = new ArrayList<>();

  /** Averaged steps after which each working sample is looked at next by the stopping rule. */
  long[] nextLook = new long[0];

  boolean[] stopped = new boolean[0];
}
