package homeostat.kinds.lyapunov.study;

import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import java.util.List;

/** A set of samples and what is made of them. */
public interface Study {
  /** Number of samples. */
  int samples();

  /** Sample number i. */
  Sample sample(int i);

  /** What tells sample i from the others, for the table. */
  Row label(int i);

  /** Tolerance of the stopping rule; 0 for none. */
  double tolerance();

  /** Whether the published spectrum is computed too, with its time and interval. */
  boolean compat();

  /** Interval of the published algorithm. */
  double publishedInterval();

  /** Figures of the samples done so far, which are the first ones. */
  List<Drawing> drawings(List<Outcome> done);

  /** Headline numbers and files at the end. */
  Row finish(List<Outcome> done, Run run);
}
