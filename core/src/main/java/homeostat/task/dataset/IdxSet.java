package homeostat.task.dataset;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Images;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set in the four IDX files of MNIST: train images, train labels, test images, test labels,
 * images as [image][row][column].
 *
 * @param name of the set
 * @param note about it
 * @param classes number of classes
 * @param shape of the images, which have one channel
 * @param parts the four files, in that order
 * @param packages that carry it
 */
public record IdxSet(
    String name,
    DataNote note,
    int classes,
    ImageShape shape,
    List<Part> parts,
    List<SystemPackage> packages)
    implements ImageSet {
  /** Magic number, number of images, rows and columns, bytes. */
  private static final int IMAGE_HEADER = 16;

  public IdxSet {
    parts = List.copyOf(parts);
    packages = List.copyOf(packages);
    if (parts.size() != 4) {
      throw new IllegalArgumentException(name + " has " + parts.size() + " files, not four");
    }
    if (shape.channels() != 1) {
      throw new IllegalArgumentException(name + ": images in IDX files have one channel");
    }
  }

  @Override
  public int trainingImages() {
    return (parts.getFirst().bytes() - IMAGE_HEADER) / shape.size();
  }

  @Override
  public List<Download> downloads() {
    List<Download> downloads = new ArrayList<>();
    for (Part part : parts) {
      // gzip adds at most 5 bytes to a block of 32 KiB, and a header.
      long limit = part.bytes() + part.bytes() / 1000L + 4096;
      downloads.add(
          new Download(
              part.name() + ".gz",
              limit,
              file -> Idx.parse(PartFiles.readPacked(file, part).content(), file)));
    }
    return downloads;
  }

  @Override
  public List<String> missing(Path folder) {
    return parts.stream()
        .filter(part -> PartFiles.find(folder, part).isEmpty())
        .map(Part::name)
        .toList();
  }

  @Override
  public List<Path> files(Path folder) {
    return parts.stream().map(part -> file(folder, part)).toList();
  }

  private static Path file(Path folder, Part part) {
    return PartFiles.find(folder, part).orElse(folder.resolve(part.name() + ".gz"));
  }

  @Override
  public List<Checked> checked(Path folder) {
    return parts.stream().map(part -> PartFiles.read(file(folder, part), part)).toList();
  }

  @Override
  public ImageData read(Path folder) {
    List<Checked> files = checked(folder);
    return new ImageData(
        name, classes, images(files.get(0), files.get(1)), images(files.get(2), files.get(3)));
  }

  private Images images(Checked imageFile, Checked labelFile) {
    NdArray.U1 pixels = array(imageFile, 3);
    NdArray.U1 labels = array(labelFile, 1);
    int[] shape = pixels.shape();
    if (shape[0] != labels.shape()[0]) {
      throw new FormatException(
          labelFile.file(),
          "byte 4",
          labels.shape()[0] + " labels for the " + shape[0] + " images in " + imageFile.file());
    }
    if (shape[1] != this.shape.height() || shape[2] != this.shape.width()) {
      throw new FormatException(
          imageFile.file(),
          "byte 8",
          "images of %d x %d where those of %s have %d x %d"
              .formatted(shape[1], shape[2], name, this.shape.height(), this.shape.width()));
    }
    Labels.check(labels.data(), classes, labelFile.file(), 8, 1);
    return new Images(this.shape, pixels.data(), labels.data());
  }

  private static NdArray.U1 array(Checked checked, int axes) {
    NdArray.U1 array = Idx.parse(checked.content(), checked.file());
    if (array.shape().length != axes) {
      throw new FormatException(
          checked.file(),
          "byte 3",
          "an array of " + array.shape().length + " axes where one of " + axes + " is needed");
    }
    return array;
  }
}
