package homeostat.kinds.spiking.network;

import homeostat.lab.UserError;
import homeostat.lab.config.Services;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import homeostat.spiking.LearningRule;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The losses, learning rules and inputs of spiking networks there are, by name: ours, and those of
 * jars on the class path.
 */
public record Extensions(
    SortedMap<String, Objective.Provider> losses,
    SortedMap<String, LearningRule.Provider> rules,
    SortedMap<String, InputProcess.Provider> inputs) {

  /**
   * Those on the class path.
   *
   * @throws UserError naming class and jar, if one cannot be loaded or two have one name
   */
  public static Extensions installed() {
    return new Extensions(
        byName("loss", Objective.Provider.class, Objective.Provider::name),
        byName("learning rule", LearningRule.Provider.class, LearningRule.Provider::name),
        byName("input process", InputProcess.Provider.class, InputProcess.Provider::name));
  }

  private static <P> SortedMap<String, P> byName(
      String what, Class<P> service, Function<P, String> name) {
    SortedMap<String, P> found = new TreeMap<>();
    for (P provider : Services.all(service)) {
      P other = found.putIfAbsent(calling(provider, () -> name.apply(provider)), provider);
      if (other != null) {
        throw new UserError(
            "class path: two of a "
                + what
                + " are called "
                + name.apply(provider)
                + ": "
                + Services.place(other.getClass())
                + " and "
                + Services.place(provider.getClass())
                + "; take one off the class path");
      }
    }
    return found;
  }

  /** The loss of a name; one that is not there, or misses a setting, is a complaint. */
  public Objective loss(String name, ObjectiveSettings settings) {
    Objective.Provider provider = get("loss", name, losses);
    Objective made = calling(provider, () -> provider.create(settings));
    return named(name, made.name(), made, provider);
  }

  /** The learning rule of a name; one that is not there, or misses a setting, is a complaint. */
  public LearningRule rule(String name, ObjectiveSettings settings) {
    LearningRule.Provider provider = get("learning rule", name, rules);
    LearningRule made = calling(provider, () -> provider.create(settings));
    return named(name, made.name(), made, provider);
  }

  /** The input process of a name; one that is not there, or misses a setting, is a complaint. */
  public InputProcess input(String name, InputSettings settings) {
    InputProcess.Provider provider = get("input process", name, inputs);
    InputProcess made = calling(provider, () -> provider.create(settings));
    return named(name, made.name(), made, provider);
  }

  private static <P> P get(String what, String name, SortedMap<String, P> from) {
    P provider = from.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no "
              + what
              + " is called \""
              + name
              + "\"; there are "
              + String.join(", ", from.keySet()));
    }
    return provider;
  }

  /** What a provider answers; anything but a complaint about settings is a defect of its jar. */
  private static <T> T calling(Object provider, Supplier<T> question) {
    try {
      return Objects.requireNonNull(question.get(), "null where something has to be");
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new UserError(
          "class path: "
              + Services.place(provider.getClass())
              + " failed with "
              + e
              + "; repair it, or take that jar off the class path");
    }
  }

  private static <T> T named(String name, String answered, T made, Object provider) {
    if (!name.equals(answered)) {
      throw new UserError(
          "class path: "
              + Services.place(provider.getClass())
              + " is called \""
              + name
              + "\" and makes \""
              + answered
              + "\": give both one name");
    }
    return made;
  }
}
