package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.lab.UserError;

/** Numbers of the command line. */
final class Numbers {
  private Numbers() {}

  static long whole(Arguments given, String key, long usual, long lowest, long highest) {
    String text = given.settings().get(key);
    if (text == null) {
      return usual;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UserError(key + "=" + text + ": is no whole number");
    }
    throw new UserError(key + "=" + text + ": must be from " + lowest + " to " + highest);
  }

  static double share(Arguments given, String key, double usual) {
    String text = given.settings().get(key);
    if (text == null) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UserError(key + "=" + text + ": is no number");
    }
    throw new UserError(key + "=" + text + ": must be above 0 and at most 1");
  }

  static double decimal(Arguments given, String key, double usual, double lowest) {
    String text = given.settings().get(key);
    if (text == null) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= lowest && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UserError(key + "=" + text + ": is no number");
    }
    throw new UserError(key + "=" + text + ": must be " + lowest + " or more");
  }

  static boolean truth(Arguments given, String key, boolean usual) {
    String text = given.settings().getOrDefault(key, Boolean.toString(usual));
    if (!text.equals("true") && !text.equals("false")) {
      throw new UserError(key + "=" + text + ": must be true or false");
    }
    return text.equals("true");
  }
}
