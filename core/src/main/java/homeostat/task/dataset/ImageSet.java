package homeostat.task.dataset;

import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import java.nio.file.Path;
import java.util.List;

/**
 * A published set of labelled images: what it is, which files hold it, how they are read. A jar
 * adds more of them with an {@link ImageSetProvider}.
 */
public interface ImageSet {

  /** Its name in configurations and on the command line: lower case, words joined by {@code -}. */
  String name();

  /** What a user must know of it. */
  DataNote note();

  /** Number of classes. */
  int classes();

  /** Channels, rows and columns of each image. */
  ImageShape shape();

  /** How many images there are to learn from. */
  int trainingImages();

  /** Its files, in the order in which {@link #checked} gives them. */
  List<Part> parts();

  /** What has to be fetched to have it. */
  List<Download> downloads();

  /** Packages that carry it. */
  List<SystemPackage> packages();

  /** Names of the files that a folder lacks; empty if it can be read there. */
  List<String> missing(Path folder);

  /** The files that it is read from in a folder where none is missing. */
  List<Path> files(Path folder);

  /**
   * Reads and checks its files in a folder.
   *
   * @throws homeostat.array.FormatException naming the file, if one is damaged or another one
   */
  List<Checked> checked(Path folder);

  /**
   * Reads it from a folder, with all checks.
   *
   * @throws homeostat.array.FormatException naming the file, if one is damaged or another one
   */
  ImageData read(Path folder);
}
