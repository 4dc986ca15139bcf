package homeostat.lab.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory as users write it: {@code 2 GB} (powers of 1000), {@code 512 MiB} (powers of
 * 1024), or bytes.
 *
 * @param bytes at least 1
 */
public record MemorySize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("b", 1L),
          Map.entry("kb", 1000L),
          Map.entry("mb", 1000_000L),
          Map.entry("gb", 1000_000_000L),
          Map.entry("tb", 1000_000_000_000L),
          Map.entry("kib", 1L << 10),
          Map.entry("mib", 1L << 20),
          Map.entry("gib", 1L << 30),
          Map.entry("tib", 1L << 40));

  /** Reads an amount; empty if the text is none, or less than a byte, or more than there can be. */
  public static Optional<MemorySize> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long unit = UNITS.get(matcher.group(2));
    if (unit == null) {
      return Optional.empty();
    }
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    boolean possible =
        bytes.compareTo(BigDecimal.ONE) >= 0
            && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return possible ? Optional.of(new MemorySize(bytes.longValue())) : Optional.empty();
  }

  /** What is wrong with a text that is no amount. */
  static String wrong(String text) {
    return "\""
        + text
        + "\" is no amount of memory; write for example \"2 GB\", \"512 MiB\" or bytes";
  }
}
