package homeostat.lab;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.figure.Figure;

/**
 * Where an experiment leaves what it makes. Paths are relative to the run's folder; a run without
 * one drops files.
 */
public interface Run {

  /** Writes an NPZ atomically; the path ends in {@code .npz}. */
  void arrays(String path, Arrays arrays);

  /** Writes one array as an NPY, atomically; the path ends in {@code .npy}. */
  void array(String path, NdArray array);

  /** Writes a text file atomically. */
  void text(String path, String content);

  /**
   * Queues a figure: {@code path.png} and its numbers, {@code path.npz}, drawn on another thread.
   */
  void figure(String path, Figure figure);

  /** Tells the user a line. */
  void note(String line);

  /**
   * Shows progress within a long part of {@code start} or {@code finish}. A stop that was asked for
   * ends that part here, by an exception that the caller lets pass.
   */
  void progress(String what, double fraction);
}
