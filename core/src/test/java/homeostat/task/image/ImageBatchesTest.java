package homeostat.task.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageBatchesTest {
  private static final ImageShape SHAPE = new ImageShape(2, 3, 4);
  private static final Images IMAGES = images(37);

  private static Images images(int count) {
    byte[] pixels = new byte[count * SHAPE.size()];
    byte[] labels = new byte[count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 101);
    }
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return new Images(SHAPE, pixels, labels);
  }

  private static int[] all() {
    return IntStream.range(0, IMAGES.count()).toArray();
  }

  private static ImageBatches batches(PixelOrder order, Lighting lighting, boolean shuffled) {
    return new ImageBatches(IMAGES, all(), order, lighting, 8, shuffled, 5, "train");
  }

  private static ImageBatches flat(Lighting lighting, boolean shuffled) {
    return batches(PixelOrder.flat(SHAPE), lighting, shuffled);
  }

  /** Image numbers of an epoch, in order. */
  private static List<Integer> order(ImageBatches batches, long epoch) {
    List<Integer> order = new ArrayList<>();
    Batch batch = batches.room();
    ImageEpoch pass = batches.epoch(epoch);
    for (int i = 0; i < batches.count(); i++) {
      int count = pass.fill(i, batch);
      for (int k = 0; k < count; k++) {
        order.add(batch.images()[k]);
      }
    }
    return order;
  }

  private static double pixel(int image, int position) {
    return (IMAGES.pixels()[image * SHAPE.size() + position] & 0xFF) / 255.0;
  }

  @Test
  void anEpochSeesEveryImageOnceInAnOrderOfSeedAndEpochAlone() {
    ImageBatches shuffled = flat(Lighting.plain(), true);
    List<Integer> inFile = IntStream.range(0, 37).boxed().toList();
    assertEquals(5, shuffled.count());
    List<Integer> third = order(shuffled, 3);
    assertEquals(inFile, third.stream().sorted().toList());
    assertFalse(inFile.equals(third));
    assertEquals(third, order(flat(Lighting.plain(), true), 3));
    assertFalse(third.equals(order(shuffled, 4)));
    assertEquals(inFile, order(flat(Lighting.plain(), false), 3));
    ImageBatches seed =
        new ImageBatches(
            IMAGES, all(), PixelOrder.flat(SHAPE), Lighting.plain(), 8, true, 6, "train");
    assertFalse(third.equals(order(seed, 3)));
  }

  @Test
  void theShortLastBatchIsKept() {
    ImageBatches batches = flat(Lighting.plain(), false);
    Batch batch = batches.room();
    ImageEpoch epoch = batches.epoch(0);
    assertEquals(8, epoch.fill(0, batch));
    assertEquals(5, epoch.fill(4, batch));
    assertEquals(36, batch.images()[4]);
    assertEquals(6, batch.labels()[4]);
    assertEquals((float) pixel(36, 7), batch.inputs()[4 * 24 + 7]);
    assertThrows(IndexOutOfBoundsException.class, () -> epoch.fill(5, batch));
    assertThrows(IndexOutOfBoundsException.class, () -> epoch.fill(-1, batch));
  }

  @Test
  void rowsAndPixelsAreStepsWithChannelsAsFeatures() {
    int count = 8;
    ImageBatches rows = batches(PixelOrder.rows(SHAPE), Lighting.plain(), false);
    Batch batch = rows.room();
    rows.epoch(0).fill(0, batch);
    ImageBatches pixels = batches(PixelOrder.pixels(SHAPE), Lighting.plain(), false);
    Batch single = pixels.room();
    pixels.epoch(0).fill(0, single);
    for (int image = 0; image < count; image++) {
      for (int channel = 0; channel < 2; channel++) {
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 4; column++) {
            float expected = (float) pixel(image, channel * 12 + row * 4 + column);
            assertEquals(
                expected, batch.inputs()[(row * count + image) * 8 + channel * 4 + column]);
            assertEquals(
                expected, single.inputs()[((row * 4 + column) * count + image) * 2 + channel]);
          }
        }
      }
    }
  }

  @Test
  void aPermutationMovesPixelsAndNothingElse() {
    PixelOrder plain = PixelOrder.pixels(SHAPE);
    PixelOrder moved = plain.permuted(SHAPE, 3);
    assertArrayEquals(moved.source(), plain.permuted(SHAPE, 3).source());
    assertFalse(Arrays.equals(moved.source(), plain.source()));
    assertFalse(Arrays.equals(moved.source(), plain.permuted(SHAPE, 4).source()));
    int[] sorted = moved.source().clone();
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, 24).toArray(), sorted);
    for (int step = 0; step < 12; step++) {
      // The channels of a pixel stay together.
      assertEquals(moved.source()[2 * step] + 12, moved.source()[2 * step + 1]);
    }
  }

  @Test
  void brightnessBelongsToImageAndEpochNotToItsPlace() {
    Lighting random = Lighting.of(new Brightness.Random(0.75));
    float[] inFileOrder = inputsByImage(flat(random, false), 2);
    assertArrayEquals(inFileOrder, inputsByImage(flat(random, true), 2));
    assertFalse(Arrays.equals(inFileOrder, inputsByImage(flat(random, false), 3)));
    ImageBatches test =
        new ImageBatches(IMAGES, all(), PixelOrder.flat(SHAPE), random, 8, false, 5, "test");
    assertFalse(Arrays.equals(inFileOrder, inputsByImage(test, 2)));
    for (int image = 0; image < IMAGES.count(); image++) {
      // One shift for all pixels of an image, of those that are not clipped.
      double shift = Double.NaN;
      for (int k = 0; k < 24; k++) {
        float x = inFileOrder[image * 24 + k];
        assertTrue(x >= 0 && x <= 1);
        if (x > 0 && x < 1) {
          double own = x - pixel(image, k);
          assertTrue(Math.abs(own) <= 0.75);
          assertEquals(Double.isNaN(shift) ? own : shift, own, 1e-6);
          shift = own;
        }
      }
    }
  }

  private static float[] inputsByImage(ImageBatches batches, long number) {
    float[] inputs = new float[37 * 24];
    Batch batch = batches.room();
    ImageEpoch epoch = batches.epoch(number);
    for (int i = 0; i < batches.count(); i++) {
      int count = epoch.fill(i, batch);
      for (int k = 0; k < count; k++) {
        System.arraycopy(batch.inputs(), k * 24, inputs, batch.images()[k] * 24, 24);
      }
    }
    return inputs;
  }

  @Test
  void splitsAreDisjointAndWhole() {
    Split leading = Split.leading(10, 3);
    assertArrayEquals(new int[] {0, 1, 2}, leading.validation());
    assertArrayEquals(new int[] {3, 4, 5, 6, 7, 8, 9}, leading.train());
    Split random = Split.random(100, 20, 9);
    assertEquals(20, random.validation().length);
    assertArrayEquals(random.validation(), Split.random(100, 20, 9).validation());
    assertFalse(Arrays.equals(random.validation(), Split.random(100, 20, 8).validation()));
    assertArrayEquals(
        IntStream.range(0, 100).toArray(),
        IntStream.concat(Arrays.stream(random.train()), Arrays.stream(random.validation()))
            .sorted()
            .toArray());
    assertEquals(10, Split.none(10).train().length);
    assertThrows(IllegalArgumentException.class, () -> Split.leading(10, 10));
  }

  @Test
  void whatCannotBeIsRefused() {
    PixelOrder order = PixelOrder.flat(SHAPE);
    Lighting plain = Lighting.plain();
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImageBatches(IMAGES, all(), order, plain, 0, false, 5, "train"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImageBatches(IMAGES, new int[] {37}, order, plain, 8, false, 5, "train"));
    PixelOrder other = PixelOrder.flat(new ImageShape(1, 3, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImageBatches(IMAGES, all(), other, plain, 8, false, 5, "train"));
    assertThrows(IllegalArgumentException.class, () -> new Images(SHAPE, new byte[5], new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> new ImageShape(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PixelOrder(2, 3, new int[5]));
  }
}
