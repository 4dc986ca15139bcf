package homeostat.lab.run;

import java.util.Optional;

/** Looks on while an experiment is at work. */
public interface Watch {
  /**
   * So many steps are done.
   *
   * @param total steps of the whole run
   * @param status short text of the experiment's; may be empty
   */
  void at(long done, long total, String status);

  /** The stop that was asked for, if one was. */
  Optional<Interrupts.Stop> stop();
}
