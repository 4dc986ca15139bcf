package homeostat.lab;

import java.util.Locale;

/** A time span as people say it. */
public final class TimeSpan {
  private TimeSpan() {}

  /** With tenths below ten seconds; from a minute on as minutes and seconds, then hours. */
  public static String words(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    String minutes = whole / 60 % 60 + " min " + whole % 60 + " s";
    return whole < 3600 ? minutes : whole / 3600 + " h " + minutes;
  }
}
