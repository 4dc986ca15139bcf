package homeostat.kinds.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which networks of a report are taken together: those that are the same but for their seed, and,
 * as in a search over them, but for their rates and sizes.
 *
 * @param names of the group of each network, in the order of the networks
 * @param notes what a reader must know of groups whose rates or sizes differ
 */
record Groups(List<String> names, List<String> notes) {
  /** Last words of keys that a search draws. */
  private static final Set<String> SEARCHED =
      Set.of(
          "lr",
          "wei",
          "wix",
          "bias_lr",
          "output_inhib_lr",
          "learning_rate",
          "hidden_layer_width",
          "widths",
          "hidden",
          "sizes_hidden");

  /**
   * A network to be grouped.
   *
   * @param group what kind of network it is, as its kind says
   * @param settings values by key, without those of the run itself
   */
  record Member(String group, Map<String, String> settings) {}

  Groups {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  static Groups of(List<Member> members) {
    Map<String, List<Member>> alike = new LinkedHashMap<>();
    members.forEach(
        member -> alike.computeIfAbsent(member.group(), _ -> new ArrayList<>()).add(member));
    Map<String, Set<String>> differing = new LinkedHashMap<>();
    alike.forEach((group, all) -> differing.put(group, differing(all)));
    List<String> names = new ArrayList<>();
    Map<String, List<Member>> named = new LinkedHashMap<>();
    for (Member member : members) {
      String name = name(member, differing.getOrDefault(member.group(), Set.of()));
      names.add(name);
      named.computeIfAbsent(name, _ -> new ArrayList<>()).add(member);
    }
    List<String> notes = new ArrayList<>();
    named.forEach((name, all) -> {
      Set<String> mixed = differing(all);
      if (!mixed.isEmpty()) {
        notes.add(
            "%s: networks that differ in %s are one group"
                .formatted(name, String.join(", ", mixed)));
      }
    });
    return new Groups(names, notes);
  }

  private static Set<String> differing(List<Member> members) {
    Set<String> keys = new LinkedHashSet<>();
    members.forEach(member -> keys.addAll(member.settings().keySet()));
    Set<String> differing = new TreeSet<>();
    for (String key : keys) {
      if (members.stream().map(member -> value(member, key)).distinct().count() > 1) {
        differing.add(key);
      }
    }
    return differing;
  }

  private static String value(Member member, String key) {
    return member.settings().getOrDefault(key, "");
  }

  private static String name(Member member, Set<String> differing) {
    StringBuilder name = new StringBuilder(member.group());
    for (String key : differing) {
      String own = key.substring(key.lastIndexOf('.') + 1);
      if (!SEARCHED.contains(own)) {
        String value = value(member, key).replace("\"", "");
        name.append(value.isEmpty() ? ", " + own + " unset" : ", " + own + " " + value);
      }
    }
    return name.toString();
  }
}
