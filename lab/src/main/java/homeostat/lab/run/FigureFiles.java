package homeostat.lab.run;

import homeostat.array.AtomicFile;
import homeostat.array.Npz;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.FigureNumbers;
import homeostat.lab.figure.FigureRenderer;
import java.nio.file.Path;

/** Draws a figure as PNG and writes its numbers as NPZ beside it, both atomically. */
public final class FigureFiles implements FigureSink {
  @Override
  public void draw(Path base, Figure figure) {
    Npz.write(Path.of(base + ".npz"), FigureNumbers.of(figure));
    byte[] png = FigureRenderer.png(figure);
    AtomicFile.write(Path.of(base + ".png"), out -> out.write(png));
  }
}
