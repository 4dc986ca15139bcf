package homeostat.kinds.memory.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedConfigTest {

  private static void refused(String text, String... parts) {
    UserError refused =
        assertThrows(UserError.class, () -> PublishedConfig.parse(text, "config.ini"));
    for (String part : parts) {
      assertTrue(refused.toString().contains(part), refused + " lacks " + part);
    }
  }

  @Test
  void dictionariesMayGoOnOverIndentedLines() {
    PublishedConfig config =
        PublishedConfig.parse(
            "[combosparams]\ncombos_params = {'lr': [1e-4,\n   .5], 'n_back': (2, 3,)}\n", "c");
    ObjectNode lists = (ObjectNode) config.section("combosparams").path("combos_params");
    assertEquals(
        List.of("0 (0.0001, 2)", "1 (0.0001, 3)", "2 (0.5, 2)", "3 (0.5, 3)"),
        Grid.of(lists).index());
  }

  @Test
  void everyMistakeIsToldWithItsLineAndANearName() {
    refused(
        "[net]\nnr_neuron = 4\nrand_partition = perhaps\nrnn_size = 4.5\n[trainvalidat]\nx = 1\n",
        "config.ini, line 2: [net] has no key 'nr_neuron'; did you mean 'nr_neurons'?",
        "line 3, rand_partition: 'perhaps' must be True or False",
        "line 4, rnn_size: '4.5' is no whole number",
        "line 5: there is no section 'trainvalidat'; did you mean 'trainvalidate'?");
    refused("epochs = 3\n", "line 1: 'epochs = 3' stands before any [section]");
    refused("[net]\nepochs\n", "line 2: 'epochs' is no key = value");
  }

  @Test
  void nothingIsEverEvaluated() {
    for (String evil :
        List.of(
            "__import__('os').system('true')",
            "{'lr': open('x')}",
            "{'lr': [1, 2}",
            "{'lr' 3}",
            "{lr: 3}",
            "{'a': 1, 'a': 2}",
            "[1] + [2]",
            "'open",
            "")) {
      refused("[trialparams]\ntrial_params = " + evil + "\n", "line 2, trial_params", "character");
    }
  }

  @Test
  void numbersPrintAsPythonPrintsThem() {
    for (String number :
        List.of("0.0001", "1e-06", "1.5e-05", "3", "0.1", "2.0", "1e+16", "-2.5e-07", "100000.0")) {
      assertEquals(number, PythonLiteral.python(PythonLiteral.parse(number, "x")));
    }
    assertEquals("(1,)", PythonLiteral.tuple(List.of(PythonLiteral.parse("1", "x"))));
    assertEquals("'it\\'s'", PythonLiteral.python(PythonLiteral.parse("\"it's\"", "x")));
  }
}
