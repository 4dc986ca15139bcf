package homeostat.lab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportWriterTest {

  @TempDir Path folder;

  @Test
  void pageIsWellFormedAndNeedsNoNetwork() throws Exception {
    Path run = MadeUpRun.complete(folder, "quick-1", 42, 5.2);
    ReportWriter.write(run);
    String page = Files.readString(run.resolve("report.html"));
    parsed(page);
    assertFalse(page.contains("http"), "a reference to the network");
    assertFalse(page.contains("<script") || page.contains("<link") || page.contains("@import"));
    assertTrue(page.length() < 8_000_000);
    for (Element image : elements(parsed(page), "img")) {
      assertTrue(image.getAttribute("src").startsWith("data:image/png;base64,"));
      assertFalse(image.getAttribute("alt").isBlank());
    }
  }

  @Test
  void tellsHeadlineNumbersStatusConfigAndProvenance() throws Exception {
    Path run = MadeUpRun.complete(folder, "quick-1", 42, 5.2);
    ReportWriter.write(run);
    String text =
        parsed(Files.readString(run.resolve("report.html"))).getDocumentElement().getTextContent();
    for (String expected :
        List.of(
            "quick-1",
            "completed",
            "+4.0 %",
            "0.00012346",
            "a <b> & \"c\"",
            "any <cpu>",
            "took 1 h 2 min 5 s",
            "0123456789ab, with local changes",
            "training.losses.\"firing_rate\"",
            "\"a # b\"",
            "experiment.toml:3",
            "run.wall_seconds")) {
      assertTrue(text.contains(expected), expected);
    }
    assertFalse(text.contains("has not finished"));
  }

  @Test
  void showsTheLastFigureStepAndTheStart() throws Exception {
    Path run = MadeUpRun.complete(folder, "quick-1", 42, 5.2);
    ReportWriter.write(run);
    String text =
        parsed(Files.readString(run.resolve("report.html"))).getDocumentElement().getTextContent();
    assertTrue(text.contains("Chunk 1000"));
    assertTrue(text.contains("initial_state/figures/connectivity.png"));
    assertFalse(text.contains("chunk_000900"));
  }

  @Test
  void halfFinishedRunSaysSo() throws Exception {
    Path run = Files.createDirectories(folder.resolve("half"));
    MadeUpRun.metadata(run, "half", 1, "running");
    Files.writeString(run.resolve("training_metrics.csv"), "epoch,total_loss\n1,2.5\n2,2.4\n3");
    ReportWriter.write(run);
    String text =
        parsed(Files.readString(run.resolve("report.html"))).getDocumentElement().getTextContent();
    assertTrue(text.contains("has not finished (status: running, 120 of 300 steps"));
    MadeUpRun.metadata(run, "half", 1, "running", Instant.EPOCH);
    ReportWriter.write(run);
    String dead = Files.readString(run.resolve("report.html"));
    assertTrue(dead.contains("has not finished (status: dead, its process is gone, 120 of 300"));
    assertFalse(dead.contains("running"));
    assertTrue(text.contains("There is no summary yet"));
    assertTrue(text.contains("read up to where it breaks off"));
    assertTrue(text.contains("No figures have been drawn"));
    assertTrue(text.contains("(2 rows)"));
  }

  @Test
  void samePageFromTheSameFiles() throws Exception {
    Path run = MadeUpRun.complete(folder, "quick-1", 42, 5.2);
    ReportWriter.write(run);
    byte[] first = Files.readAllBytes(run.resolve("report.html"));
    ReportWriter.write(run);
    assertArrayEquals(first, Files.readAllBytes(run.resolve("report.html")));
  }

  @Test
  void otherFoldersAndDamagedFilesAreTheUsersMistake() throws Exception {
    assertTrue(mistake(folder).contains("not the folder of a run"));
    assertTrue(mistake(folder.resolve("none")).contains("no such folder"));
    Path run = MadeUpRun.complete(folder, "quick-1", 42, 5.2);
    Files.writeString(run.resolve("summary.json"), "{\n\"a\": \n");
    assertTrue(mistake(run).contains("summary.json: line "));
    assertFalse(Files.exists(run.resolve("report.html")));
  }

  @Test
  void broadPicturesAreReducedByMeansOverBlocks() {
    BufferedImage image = new BufferedImage(100, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 100; x++) {
        image.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
      }
    }
    BufferedImage small = Picture.reduced(image, 60);
    assertEquals(50, small.getWidth());
    assertEquals(20, small.getHeight());
    assertEquals(0x808080, small.getRGB(7, 7) & 0xffffff);
  }

  private static String mistake(Path run) {
    UserError error = assertThrows(UserError.class, () -> ReportWriter.write(run));
    return String.join("\n", error.lines());
  }

  static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    assertFalse(elements.isEmpty(), "no " + name);
    return elements;
  }
}
