package homeostat.kinds.memory.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.kernel.Stream;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.task.memory.NBack;
import homeostat.task.memory.PictureBank;
import homeostat.task.memory.PictureNBack;
import homeostat.task.memory.SequenceMemory;
import homeostat.task.memory.Trials;
import java.util.LinkedHashMap;
import java.util.Map;

/** Golden cases of the tasks: trials from given draws, and what every draw has in common. */
final class TaskCases {
  private TaskCases() {}

  static Outcome trials(GoldenCase golden) {
    JsonNode params = golden.params();
    return switch (params.get("task").asText()) {
      case "seq_mem" -> {
        SequenceMemory task =
            new SequenceMemory(
                params.get("pattern_length").asInt(),
                params.get("nr_of_trials").asInt(),
                params.path("low").asDouble(0),
                params.path("high").asDouble(1));
        yield outcome(task.of(golden.inputs().get("values").toDoubles()), Map.of());
      }
      case "nback_mem" -> numbers(golden);
      case "pic_latent_mem", "pic_mem" -> pictures(golden);
      default -> throw new IllegalArgumentException("unknown task " + params.get("task"));
    };
  }

  private static Outcome numbers(GoldenCase golden) {
    JsonNode params = golden.params();
    NBack task =
        new NBack(
            params.get("trial_length").asInt(),
            params.get("n_back").asInt(),
            params.get("nr_of_trials").asInt());
    if (!golden.inputs().names().contains("raw_values")) {
      return ownDraw(task);
    }
    Trials trials =
        task.of(
            golden.inputs().get("raw_values").toDoubles(),
            golden.inputs().get("target_values").toDoubles(),
            params.get("matching").asBoolean());
    return outcome(trials, Map.of());
  }

  private static Outcome ownDraw(NBack task) {
    Trials trials = task.draw(Stream.of(1, "verify.task"));
    Map<String, String> checks = new LinkedHashMap<>();
    String order = "";
    String matches = "";
    for (int trial = 0; trial < trials.trials(); trial++) {
      order = trials.numbers()[trial] == trial ? order : "trial " + trial + " is out of order";
      boolean match = trial < task.each();
      int row = trial * trials.steps();
      float last = trials.inputs()[(row + task.length() - 1) * 2 + 1];
      float back = trials.inputs()[(row + task.length() - 1 - task.back()) * 2 + 1];
      int label = (int) trials.targets()[row + task.length()];
      if ((last == back) != match || label != (match ? NBack.MATCH : NBack.DIFFERENT)) {
        matches = "trial " + trial + " has label " + label + ", items " + back + " and " + last;
      }
    }
    checks.put("trial_index", order);
    checks.put("labels", matches);
    Arrays.Builder out = Arrays.builder();
    NetworkCases.scalar(out, "n_trials", trials.trials());
    NetworkCases.scalar(out, "rows", trials.trials() * trials.steps());
    return new Outcome(out.build(), checks, Map.of());
  }

  private static Outcome pictures(GoldenCase golden) {
    JsonNode params = golden.params();
    NdArray images = golden.inputs().get("images");
    int count = images.shape()[0];
    boolean latent = params.get("task").asText().equals("pic_latent_mem");
    int[] labels = new int[count];
    if (golden.inputs().names().contains("labels")) {
      double[] given = golden.inputs().get("labels").toDoubles();
      java.util.Arrays.setAll(labels, m -> (int) given[m]);
    }
    PictureBank bank = new PictureBank(count, images.size() / count, images.toDoubles(), labels);
    if (params.get("rescale").asBoolean()) {
      bank = latent ? bank.rescaled() : bank.ofBytes();
    }
    int[] targets = ints(golden, "target_index");
    int[] distractors = ints(golden, "distractor_index");
    Map<String, String> checks =
        latent ? Map.of("labels", clash(labels, targets, distractors)) : Map.of();
    Trials trials =
        new PictureNBack(
                bank,
                params.get("trial_length").asInt(),
                params.get("n_back").asInt(),
                params.get("nr_of_trials").asInt(),
                PictureNBack.Match.PICTURE)
            .of(targets, targets, distractors, params.get("matching").asBoolean());
    return outcome(trials, checks);
  }

  private static String clash(int[] labels, int[] targets, int[] distractors) {
    int each = distractors.length / targets.length;
    for (int k = 0; k < distractors.length; k++) {
      if (labels[distractors[k]] == labels[targets[k / each]]) {
        return "distractor " + k + " has the label of its target";
      }
    }
    return "";
  }

  private static int[] ints(GoldenCase golden, String name) {
    double[] values = golden.inputs().get(name).toDoubles();
    return java.util.Arrays.stream(values).mapToInt(v -> (int) v).toArray();
  }

  private static Outcome outcome(Trials trials, Map<String, String> checks) {
    int rows = trials.trials() * trials.steps();
    float[] numbers = new float[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = trials.numbers()[row / trials.steps()];
    }
    Arrays.Builder out =
        Arrays.builder()
            .put("X", trials.inputs(), rows, trials.channels())
            .put("Y", trials.targets(), rows, 1)
            .put("trial_index", numbers, rows);
    return new Outcome(out.build(), checks, Map.of());
  }
}
