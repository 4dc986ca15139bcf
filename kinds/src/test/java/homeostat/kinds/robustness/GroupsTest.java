package homeostat.kinds.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.robustness.Groups.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks that are not alike must not be averaged as if they were. */
class GroupsTest {
  private static Member network(String feedback, String rate) {
    return new Member("homeo", Map.of("model.ln_feedback", feedback, "opt.lr", rate));
  }

  @Test
  void theSameSettingsAreOneGroup() {
    Groups groups = Groups.of(List.of(network("\"full\"", "0.1"), network("\"full\"", "0.1")));
    assertEquals(List.of("homeo", "homeo"), groups.names());
    assertTrue(groups.notes().isEmpty(), groups.notes().toString());
  }

  @Test
  void otherSettingsAreOtherGroups() {
    Groups groups =
        Groups.of(
            List.of(
                network("\"full\"", "0.1"),
                network("\"center\"", "0.1"),
                new Member("dann", Map.of("model.ln_feedback", "\"full\""))));
    assertEquals(
        List.of("homeo, ln_feedback full", "homeo, ln_feedback center", "dann"), groups.names());
  }

  @Test
  void ratesOfASearchAreTakenTogetherAndTold() {
    Groups groups = Groups.of(List.of(network("\"full\"", "0.1"), network("\"full\"", "0.2")));
    assertEquals(List.of("homeo", "homeo"), groups.names());
    assertEquals(List.of("homeo: networks that differ in opt.lr are one group"), groups.notes());
  }

  @Test
  void whatOneNetworkDoesNotSetTellsItApart() {
    Groups groups =
        Groups.of(
            List.of(new Member("plain", Map.of("a.clip", "1.0")), new Member("plain", Map.of())));
    assertEquals(List.of("plain, clip 1.0", "plain, clip unset"), groups.names());
  }
}
