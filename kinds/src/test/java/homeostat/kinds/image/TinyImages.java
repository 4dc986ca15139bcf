package homeostat.kinds.image;

import homeostat.kernel.Stream;
import homeostat.task.dataset.Checked;
import homeostat.task.dataset.DataNote;
import homeostat.task.dataset.Download;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSetProvider;
import homeostat.task.dataset.Part;
import homeostat.task.dataset.SystemPackage;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Images;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Images of 4 x 5 pixels with a bright row that tells the class: a set that is learnt in a moment.
 */
public final class TinyImages implements ImageSetProvider, ImageSet {
  static final ImageShape SHAPE = new ImageShape(1, 4, 5);

  @Override
  public List<ImageSet> sets() {
    return List.of(this);
  }

  @Override
  public String name() {
    return "tiny-images";
  }

  @Override
  public DataNote note() {
    return new DataNote("Tiny images", "none", "nobody", "nowhere");
  }

  @Override
  public int classes() {
    return 4;
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public int trainingImages() {
    return 70;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("tiny", 2000, Optional.empty(), Optional.empty()));
  }

  @Override
  public List<Download> downloads() {
    return List.of();
  }

  @Override
  public List<SystemPackage> packages() {
    return List.of();
  }

  @Override
  public List<String> missing(Path folder) {
    return List.of();
  }

  @Override
  public List<Path> files(Path folder) {
    return List.of(folder.resolve("tiny"));
  }

  @Override
  public List<Checked> checked(Path folder) {
    return List.of();
  }

  @Override
  public ImageData read(Path folder) {
    return new ImageData(name(), classes(), images(trainingImages(), 1), images(20, 2));
  }

  private static Images images(int count, long seed) {
    Stream noise = Stream.of(seed, "tiny");
    byte[] pixels = new byte[count * SHAPE.size()];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 4);
      for (int p = 0; p < SHAPE.size(); p++) {
        int at = i * SHAPE.size() + p;
        double bright = p / SHAPE.width() == i % 4 ? 120 : 0;
        pixels[at] = (byte) (bright + 100 * noise.uniform(at));
      }
    }
    return new Images(SHAPE, pixels, labels);
  }
}
