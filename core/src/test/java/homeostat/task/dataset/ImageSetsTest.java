package homeostat.task.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSetsTest {
  @Test
  void thePublishedSetsAreInstalled() {
    assertEquals(
        List.of("cifar-10", "fashion-mnist", "kmnist", "mnist"),
        ImageSets.installed().all().stream().map(ImageSet::name).toList());
    for (ImageSet set : ImageSets.installed().all()) {
      for (Part part : set.parts()) {
        String known = part.content().or(part::packed).orElseThrow();
        assertTrue(known.matches("[0-9a-f]{64}"), part.name());
      }
    }
  }

  @Test
  void setsTellWhatTheyHoldBeforeTheyAreRead() {
    ImageSet photographs = ImageSets.installed().named("cifar-10");
    assertEquals(new ImageShape(3, 32, 32), photographs.shape());
    assertEquals(50_000, photographs.trainingImages());
    assertEquals(60_000, ImageSets.installed().named("kmnist").trainingImages());
    assertEquals(11, SmallSet.of(0).set().trainingImages());
  }

  @Test
  void aJarAddsSetsAndTwoOfANameAreRefused() {
    ImageSetProvider more = () -> List.of(SmallSet.of(0).set());
    ImageSets sets = new ImageSets(List.of(new PublishedSets(), more));
    assertEquals("its page", sets.named("small").note().home());
    DataException unknown = assertThrows(DataException.class, () -> sets.named("smal"));
    assertTrue(String.valueOf(unknown.getMessage()).contains("small"));
    DataException twice =
        assertThrows(DataException.class, () -> new ImageSets(List.of(more, more)));
    assertTrue(String.valueOf(twice.getMessage()).contains("provided twice"));
  }

  @Test
  void filesOfAKnownSetAreNotTakenForThoseOfAnother(@TempDir Path other) throws IOException {
    ImageSet fashion = ImageSets.installed().named("fashion-mnist");
    DataPlaces places = new DataPlaces(Optional.empty(), other);
    assumeTrue(places.find(fashion).isPresent(), places.remedy(fashion));
    for (Path file : places.files(fashion)) {
      String plain = String.valueOf(file.getFileName()).replace(".gz", "");
      Files.write(other.resolve(plain), Gz.read(file, 1 << 26));
    }
    ImageSet kmnist = ImageSets.installed().named("kmnist");
    FormatException fault = assertThrows(FormatException.class, () -> kmnist.read(other));
    assertTrue(String.valueOf(fault.getMessage()).contains("of fashion-mnist"), fault.getMessage());
  }

  @Test
  void fashionMnistOfTheSystemIsAsPublished(@TempDir Path empty) {
    ImageSet set = ImageSets.installed().named("fashion-mnist");
    DataPlaces places = new DataPlaces(Optional.empty(), empty);
    assumeTrue(
        places.find(set).isPresent(), "Fashion-MNIST is not installed; " + places.remedy(set));
    ImageData data = places.read(set);
    assertEquals(set.shape(), data.shape());
    assertEquals(set.trainingImages(), data.train().count());
    assertEquals(10_000, data.test().count());
    int[] perClass = new int[10];
    for (int image = 0; image < data.train().count(); image++) {
      perClass[data.train().label(image)]++;
    }
    for (int count : perClass) {
      assertEquals(6000, count);
    }
    // Ankle boot, T-shirt, T-shirt, dress: the first of the training file.
    assertEquals(9, data.train().label(0));
    assertEquals(0, data.train().label(1));
    assertEquals(0, data.train().label(2));
    assertEquals(3, data.train().label(3));
    assertTrue(places.look(set).getLast().found());
  }
}
