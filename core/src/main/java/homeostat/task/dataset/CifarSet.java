package homeostat.task.dataset;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.array.Sha256;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Images;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A data set in the binary form of CIFAR-10: files of records, each a label byte and then the
 * pixels [channel][row][column] of one image. All but the last file are to learn from, the last is
 * the test. They are read from the publisher's archive as it is, or unpacked.
 *
 * @param name of the set
 * @param note about it
 * @param classes number of classes
 * @param shape of the images
 * @param parts the files
 * @param archive name of the tar archive, compressed with gzip
 * @param archiveSha256 of the archive as published, in hexadecimal; empty if not known
 */
public record CifarSet(
    String name,
    DataNote note,
    int classes,
    ImageShape shape,
    List<Part> parts,
    String archive,
    String archiveSha256)
    implements ImageSet {

  /** The folder that unpacking the archive makes. */
  private static final String UNPACKED = "cifar-10-batches-bin";

  public CifarSet {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException(name + " needs a file to learn from and one to test");
    }
    for (Part part : parts) {
      if (part.bytes() % (1 + shape.size()) != 0) {
        throw new IllegalArgumentException(
            part.name() + " of " + part.bytes() + " bytes has no whole number of records");
      }
    }
  }

  @Override
  public int trainingImages() {
    long bytes = parts.stream().limit(parts.size() - 1L).mapToLong(Part::bytes).sum();
    return Math.toIntExact(bytes / (1 + shape.size()));
  }

  @Override
  public List<Download> downloads() {
    return List.of(new Download(archive, archiveLimit(), this::checkArchive));
  }

  @Override
  public List<SystemPackage> packages() {
    return List.of();
  }

  @Override
  public List<String> missing(Path folder) {
    return Files.isRegularFile(folder.resolve(archive)) || unpacked(folder)
        ? List.of()
        : List.of(archive);
  }

  @Override
  public List<Path> files(Path folder) {
    return packed(folder)
        ? List.of(folder.resolve(archive))
        : parts.stream().map(part -> file(folder, part)).toList();
  }

  private boolean packed(Path folder) {
    return Files.isRegularFile(folder.resolve(archive)) && !unpacked(folder);
  }

  @Override
  public List<Checked> checked(Path folder) {
    if (packed(folder)) {
      return inArchive(folder.resolve(archive));
    }
    return parts.stream().map(part -> PartFiles.read(file(folder, part), part)).toList();
  }

  @Override
  public ImageData read(Path folder) {
    List<Checked> files = checked(folder);
    int last = files.size() - 1;
    return new ImageData(
        name, classes, images(files.subList(0, last)), images(files.subList(last, last + 1)));
  }

  private boolean unpacked(Path folder) {
    return parts.stream().allMatch(part -> Files.isRegularFile(file(folder, part)));
  }

  private static Path file(Path folder, Part part) {
    return PartFiles.find(folder, part)
        .or(() -> PartFiles.find(folder.resolve(UNPACKED), part))
        .orElse(folder.resolve(part.name()));
  }

  private void checkArchive(Path file) {
    if (!archiveSha256.isEmpty()) {
      String sha = Sha256.ofFile(file).hex();
      if (!sha.equals(archiveSha256)) {
        throw new FormatException(
            file,
            "",
            "the file has the SHA-256 checksum " + sha + ", published is " + archiveSha256);
      }
    }
    inArchive(file);
  }

  private List<Checked> inArchive(Path file) {
    byte[] content = Gz.read(file, archiveLimit());
    Map<String, Tar.Entry> entries = Tar.entries(content, file);
    List<Checked> checked = new ArrayList<>();
    for (Part part : parts) {
      Tar.Entry entry = entries.get(part.name());
      if (entry == null) {
        throw new FormatException(
            file, "", "there is no " + part.name() + " in the archive, only " + entries.keySet());
      }
      byte[] bytes = Arrays.copyOfRange(content, entry.start(), entry.start() + entry.length());
      checked.add(PartFiles.check(part, file, bytes, false));
    }
    return checked;
  }

  /** Room for headers and the few small texts that come with the data. */
  private int archiveLimit() {
    int sum = 1 << 20;
    for (Part part : parts) {
      sum = Math.addExact(sum, part.bytes());
    }
    return sum;
  }

  private Images images(List<Checked> files) {
    int record = 1 + shape.size();
    int count = files.stream().mapToInt(file -> file.content().length / record).sum();
    byte[] pixels = new byte[Math.multiplyExact(count, shape.size())];
    byte[] labels = new byte[count];
    int image = 0;
    for (Checked file : files) {
      byte[] content = file.content();
      byte[] own = new byte[content.length / record];
      for (int i = 0; i < own.length; i++) {
        own[i] = content[i * record];
        System.arraycopy(content, i * record + 1, pixels, (image + i) * shape.size(), shape.size());
      }
      Labels.check(own, classes, file.file(), 0, record);
      System.arraycopy(own, 0, labels, image, own.length);
      image += own.length;
    }
    return new Images(shape, pixels, labels);
  }
}
