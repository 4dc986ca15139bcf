package homeostat.kinds.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.FolderRuns;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustnessTest {
  @TempDir Path dir;

  private Path run(String kind, String... settings) {
    return new FolderRuns(dir).run(kind, settings);
  }

  private Path trained(String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "train.dataset=tiny-images",
                "data.dir=" + dir,
                "model.widths=[24]",
                "train.epochs=30",
                "train.batch_size=10",
                "opt.lr=0.05",
                "opt.inhib_lrs.wix=0.05",
                "data.brightness_factor=0.0"));
    settings.addAll(List.of(more));
    return run("dale-classifier", settings.toArray(String[]::new));
  }

  private List<String> report(Path... runs) throws IOException {
    return report("last", runs);
  }

  private List<String> report(String checkpoint, Path... runs) throws IOException {
    List<String> quoted = new ArrayList<>();
    for (Path run : runs) {
      quoted.add("\"" + run + "\"");
    }
    Path report =
        run(
            "image-robustness",
            "of=[" + String.join(", ", quoted) + "]",
            "checkpoint=" + checkpoint,
            "adaptation.batch=5",
            "changes.shifts=[0.0, 0.3]",
            "adaptation.single_shifts=[0.3]",
            "changes.contrasts=[0.5]",
            "changes.noises=[0.2]");
    return Files.readAllLines(report.resolve("robustness.csv"));
  }

  private static double accuracy(List<String> table, String start) {
    String line = table.stream().filter(row -> row.startsWith(start)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(start.length()).split(",", 2)[0]);
  }

  @Test
  void savedNetworksAnswerChangedImagesAndAdapt() throws IOException {
    Path homeostatic = trained();
    Path other = trained("run.seed=1");
    Path normalised = trained("model.arch=dann", "model.norm=layer");
    List<String> table = report(homeostatic, other, normalised);
    double clean = accuracy(table, "\"homeo_full\",brightness,0.0,frozen,5,");
    assertTrue(clean >= 80, "the networks have learnt: " + clean);
    // At no shift, bringing units back to where they are changes little.
    double back = accuracy(table, "\"homeo_full\",brightness,0.0,unit_tonic,5,");
    assertEquals(clean, back, 15);
    assertTrue(table.stream().anyMatch(row -> row.startsWith("\"dann + layer norm\",contrast")));
    assertTrue(
        table.stream()
            .noneMatch(row -> row.startsWith("\"dann + layer norm\",brightness,0.3,layer")));
    assertTrue(
        table.stream().anyMatch(row -> row.startsWith("\"homeo_full\",noise,0.2,frozen,5,")));
    assertTrue(
        table.stream().anyMatch(row -> row.startsWith("\"homeo_full\",brightness,0.3,entropy,1,")));
    String two = table.stream().filter(row -> row.contains("homeo_full")).findFirst().orElseThrow();
    assertTrue(two.endsWith(",2"), "two seeds are one group: " + two);
    assertArrayEquals(
        table.toArray(), report(homeostatic, other, normalised).toArray(), "the same again");
  }

  @Test
  void classifiersOfEveryKindAreLookedAt() throws IOException {
    String sequence = "train.dataset=tiny-images data.dir=" + dir + " model.widths=[6] ";
    String plain = "data.set=tiny-images data.dir=" + dir + " model.hidden=[6] training.epochs=2 ";
    String circuit =
        "dataset.name=tiny-images dataset.path=" + dir + " model.vf.sizes_hidden=[6] epochs=2";
    Path[] runs = {
      run("dale-sequence", (sequence + "train.epochs=2").split(" ")),
      run(
          "dale-sequence",
          (sequence + "train.epochs=2 model.homeostasis=0 data.permuted=true").split(" ")),
      run("image-classifier", plain.split(" ")),
      run("image-classifier", (plain + "model.type=elman data.order=pixels").split(" ")),
      run("disinhibitory-classifier", circuit.split(" "))
    };
    List<String> table = report(runs);
    // Those that were stopped have their weights in checkpoints.
    assertEquals(table.size(), report("best", runs).size());
    for (String group :
        List.of(
            "dann cells, homeostatic, trained at 0.75",
            "dann cells, trained at 0.75",
            "mlp (plain)",
            "elman (plain)")) {
      accuracy(table, "\"" + group + "\",brightness,0.3,frozen,5,");
    }
    assertTrue(table.stream().anyMatch(row -> row.startsWith("\"circuit of")), table.toString());
    assertEquals(
        List.of(
            "\"dann cells, homeostatic, trained at 0.75\",brightness,0.0,layer,5",
            "\"dann cells, homeostatic, trained at 0.75\",brightness,0.3,layer,5",
            "\"dann cells, homeostatic, trained at 0.75\",brightness,0.3,layer,1"),
        table.stream()
            .filter(row -> !row.contains("frozen") && !row.startsWith("group"))
            .map(row -> row.replaceFirst("(,[^,]*){3}$", ""))
            .toList(),
        "only inhibition that has a local loss adapts");
  }

  @Test
  void aFrozenNetworkAnswersAsItDidInTraining() throws IOException {
    Path saved = trained("run.seed=3");
    String summary = Files.readString(saved.resolve("summary.json"));
    double frozen = accuracy(report(saved), "\"homeo_full\",brightness,0.0,frozen,5,");
    assertTrue(
        summary.contains("\"clean_accuracy\" : " + frozen), frozen + " is not in " + summary);
  }

  @Test
  void foldersThatHoldNoClassifierAreTold() throws IOException {
    UserError nothing =
        assertThrows(UserError.class, () -> report(Files.createDirectories(dir.resolve("empty"))));
    assertTrue(String.valueOf(nothing.getMessage()).contains("empty"), nothing.getMessage());
    Path other = run("plasticity-curve", "run.figures=false");
    UserError curves = assertThrows(UserError.class, () -> report(other));
    assertTrue(
        String.valueOf(curves.getMessage()).contains("dale-sequence, disinhibitory-classifier"),
        curves.getMessage());
    Path sweep = dir.resolve("sweep");
    Files.createDirectories(sweep.resolve("cells"));
    Files.writeString(sweep.resolve("metadata.json"), "{\"kind\": \"sweep\"}");
    UserError cells = assertThrows(UserError.class, () -> report(sweep));
    assertTrue(String.valueOf(cells.getMessage()).contains("cells/*"), cells.getMessage());
    UserError none = assertThrows(UserError.class, () -> report());
    assertTrue(String.valueOf(none.getMessage()).contains("of"), none.getMessage());
  }
}
