package homeostat.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kernel.Kernels;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.lab.record.Machine;
import homeostat.lab.record.RowJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code bench SUBJECT}: one workload, one JSON object. */
final class BenchVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "bench",
          Group.TRUST,
          "SUBJECT [key=value ...]",
          "measure a workload; prints one JSON object",
          Set.of(Flag.QUIET),
          1,
          """
          Runs a workload and prints what it measured as one JSON object on the last line: the
          settings, medians, the peak of the process's memory, and a checksum that proves the work
          was done. Without SUBJECT, the list of subjects with their settings.

          Examples
            homeostat bench spiking
            homeostat bench spiking threads=2 repeats=9
          """);

  private final Supplier<Catalogue> catalogue;

  BenchVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    List<BenchWorkload> workloads = catalogue.get().workloads();
    BenchWorkload workload = find(given, workloads);
    given.allowing(workload.defaults().keySet());
    Map<String, String> settings = new LinkedHashMap<>(workload.defaults());
    settings.putAll(given.settings());
    Console notes = console.quiet(given.has(Flag.QUIET));
    notes.note("bench " + workload.subject() + " " + settings);
    long start = System.nanoTime();
    Row row = workload.run(settings);
    notes.note(String.format(Locale.ROOT, "done in %.1f s", (System.nanoTime() - start) / 1e9));
    console.print(json(workload.subject(), settings, row));
    return Exit.DONE;
  }

  private static BenchWorkload find(Arguments given, List<BenchWorkload> workloads) {
    String problem = "bench needs a subject";
    if (!given.words().isEmpty()) {
      String typed = given.words().getFirst();
      for (BenchWorkload workload : workloads) {
        if (workload.subject().equals(typed)) {
          return workload;
        }
      }
      problem =
          "no workload '"
              + typed
              + "'"
              + Spelling.hint(typed, workloads.stream().map(BenchWorkload::subject).toList());
    }
    List<String> lines = new ArrayList<>();
    lines.add(problem + (workloads.isEmpty() ? "; none is installed" : "; there are:"));
    for (BenchWorkload workload : workloads) {
      lines.add(String.format("  %-20s %s", workload.subject(), workload.summary()));
    }
    throw new UserError(lines);
  }

  private static String json(String subject, Map<String, String> settings, Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("subject", subject);
    ObjectNode params = json.putObject("params");
    settings.forEach((key, value) -> put(params, key, value));
    for (String common : List.of("threads", "precision", "repeats")) {
      if (settings.containsKey(common)) {
        put(json, common, settings.get(common));
      }
    }
    json.put("kernel", Kernels.active().name());
    json.setAll(RowJson.object(row));
    Machine.peakBytes().ifPresent(bytes -> json.put("peak_bytes", bytes));
    try {
      return JsonMapper.builder().build().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  /** A setting, as a number where it is one. */
  private static void put(ObjectNode json, String key, String text) {
    if (text.matches("-?\\d{1,18}")) {
      json.put(key, Long.parseLong(text));
    } else if (text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
      json.put(key, Double.parseDouble(text));
    } else {
      json.put(key, text);
    }
  }
}
