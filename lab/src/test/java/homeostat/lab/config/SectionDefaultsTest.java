package homeostat.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A section that two configs share may have defaults of its own in each. */
class SectionDefaultsTest {
  record Rates(
      @Key(value = "Slow.", or = "0.1", min = 0) double slow,
      @Key(value = "Fast.", or = "1.0") double fast) {}

  record Training(
      @Key(value = "Passes.", or = "5") int epochs,
      @Key(value = "Images in a batch.", or = "32") int batchSize,
      @Key(value = "Largest norm.") Optional<Double> clip,
      @Key(value = "Rates.") Rates rates) {}

  record Usual(@Key(value = "The loop.") Training training) {}

  record Own(
      @Key(value = "The loop.", defaults = "{batch_size = 128, clip = 1.0, rates = {slow = 0.2}}")
          Training training) {}

  record NoKey(@Key(value = "The loop.", defaults = "{batch = 3}") Training training) {}

  record NoSection(@Key(value = "Passes.", defaults = "{a = 3}", or = "3") int epochs) {}

  record OutOfRange(
      @Key(value = "The loop.", defaults = "{rates = {slow = -1.0}}") Training training) {}

  private static Map<String, String> defaults(Class<? extends Record> type) {
    Map<String, String> defaults = new HashMap<>();
    Schema.of(type).keys().forEach(key -> defaults.put(key.path().toString(), key.fallback()));
    return defaults;
  }

  private static Training bound(String text) {
    Findings findings = new Findings("test");
    Node.Section file = TomlText.read(text, "f.toml", findings);
    Own own = (Own) new Binder(findings).bind(Schema.of(Own.class), file, "").orElseThrow().value();
    return own.training();
  }

  @Test
  void eachConfigHasItsOwn() {
    assertEquals("32", defaults(Usual.class).get("training.batch_size"));
    assertEquals("128", defaults(Own.class).get("training.batch_size"));
    assertEquals("0.2", defaults(Own.class).get("training.rates.slow"));
    assertEquals("1.0", defaults(Own.class).get("training.rates.fast"));
  }

  @Test
  void whatIsGivenIsTakenAndTheRestStays() {
    assertEquals(new Training(5, 128, Optional.of(1.0), new Rates(0.2, 1)), bound(""));
    assertEquals(
        new Training(7, 128, Optional.of(1.0), new Rates(0.2, 3)),
        bound("[training]\nepochs = 7\nrates.fast = 3\n"));
    assertEquals(64, bound("[training]\nbatch_size = 64\n").batchSize());
  }

  @Test
  void aMistakeInThemIsTheProgrammers() {
    for (Class<? extends Record> wrong : List.of(NoKey.class, NoSection.class, OutOfRange.class)) {
      IllegalArgumentException told =
          assertThrows(IllegalArgumentException.class, () -> Schema.of(wrong));
      assertTrue(String.valueOf(told.getMessage()).contains("default"), told.getMessage());
    }
  }
}
