package homeostat.connectome;

/** Hears of each row or connection of a file that was dropped. */
@FunctionalInterface
public interface Dropped {
  /**
   * One of them.
   *
   * @param place where it stands in the file, or which connection it is
   * @param reason why it was dropped
   */
  void tell(Place place, String reason);

  /** What was told so far counts for nothing: the file is read from its beginning once more. */
  default void again() {}

  /** A place in a file; its name is only made where it is asked for. */
  @FunctionalInterface
  interface Place {
    /** For instance {@code line 12}. */
    String name();
  }

  /** Counts in the provenance are enough. */
  static Dropped untold() {
    return (place, reason) -> {};
  }
}
