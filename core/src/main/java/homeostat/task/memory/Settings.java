package homeostat.task.memory;

/** Checks that settings of tasks have in common. */
final class Settings {
  private Settings() {}

  static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1");
    }
  }

  static void back(int back, int length) {
    atLeastOne("trial_length", length);
    if (back < 1 || back >= length) {
      throw new IllegalArgumentException(
          "n_back is " + back + "; it must be at least 1 and below trial_length, " + length);
    }
  }
}
