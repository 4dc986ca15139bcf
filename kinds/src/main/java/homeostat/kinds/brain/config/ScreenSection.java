package homeostat.kinds.brain.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [screen]}: one condition a set, beside the one without any. */
public record ScreenSection(
    @Key(value = "Sets to silence, one after the other.", or = "[]") List<String> silence,
    @Key(value = "Sets to drive, one after the other, beside the stimuli.", or = "[]")
        List<String> activate,
    @Key(value = "Rate of the input to an activated set.", unit = "Hz", min = 0, or = "150.0")
        double rate) {

  /** Whether the rate says something that nobody is driven at. */
  public boolean rateWithoutSet() {
    return activate.isEmpty() && rate != StimulusSection.PUBLISHED_RATE;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return silence.isEmpty() && activate.isEmpty();
  }
}
