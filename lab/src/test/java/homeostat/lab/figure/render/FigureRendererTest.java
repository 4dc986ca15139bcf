package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureRendererTest {

  @Test
  void figuresAreSixByFourInchesAndBoardsTheirOwnSize() {
    BufferedImage single = FigureRenderer.image(Samples.rates());
    assertEquals(1280, single.getWidth());
    assertEquals(840, single.getHeight());
    BufferedImage board = FigureRenderer.image(Samples.activity());
    assertEquals(4800, board.getWidth());
    assertEquals(3200, board.getHeight());
  }

  @Test
  void pngDecodesToTheSamePixels() throws Exception {
    Figure figure = Samples.voltage();
    BufferedImage image = FigureRenderer.image(figure);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(FigureRenderer.png(figure)));
    int w = image.getWidth();
    int h = image.getHeight();
    assertArrayEquals(image.getRGB(0, 0, w, h, null, 0, w), read.getRGB(0, 0, w, h, null, 0, w));
  }

  @Test
  void everyKindGivesTheSameBytesTwice() {
    Map<String, Figure> figures = Samples.all();
    figures.remove("activity");
    figures.forEach((name, figure) ->
        assertArrayEquals(FigureRenderer.png(figure), FigureRenderer.png(figure), name));
  }

  @Test
  void fileIsWhollyThereAndNothingElse(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("deep/er/bars.png");
    FigureRenderer.render(Samples.bars(), file);
    assertArrayEquals(FigureRenderer.png(Samples.bars()), Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
    assertTrue(Files.size(file) > 10_000);
  }
}
