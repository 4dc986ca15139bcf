package homeostat.kinds.brain.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.connectome.CellTypes;
import homeostat.lab.figure.Figure;
import homeostat.spiking.brain.SpikeList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Axes and colours of the figures of a brain. */
class BrainFiguresTest {
  private static Figure.Axis scale(double... rates) {
    double[][] values = {rates};
    List<String> conditions = IntStream.range(0, rates.length).mapToObj(i -> "c" + i).toList();
    return ((Figure.HeatMap) Matrix.responses("t", List.of("a"), conditions, values)).value();
  }

  /** Colours span the rates that there are, from a power of ten, but no more than three decades. */
  @Test
  void coloursSpanTheRates() {
    assertEquals(10, scale(70, 55, 0).from());
    assertEquals(70, scale(70, 55, 0).to());
    assertEquals(0.1, scale(20, 0.3).from(), 1e-12);
    assertEquals(0.2, scale(200, 0.001).from(), 1e-12);
  }

  /** A raster says that it leaves groups out. */
  @Test
  void aRasterSaysWhatItShows() {
    assertEquals("neurons that fired", rows(7));
    assertEquals("neurons of the 7 most active of 9 groups", rows(9));
  }

  private static String rows(int types) {
    SpikeList spikes = new SpikeList();
    int[] index = IntStream.range(0, types).toArray();
    for (int neuron : index) {
      spikes.add(1, neuron);
    }
    CellTypes groups =
        new CellTypes(IntStream.of(index).mapToObj(i -> "type " + i).toList(), index);
    Figure figure = BrainRaster.of("t", spikes, groups, new boolean[types], 0.1, 1);
    return ((Figure.Raster) figure).y().label();
  }
}
