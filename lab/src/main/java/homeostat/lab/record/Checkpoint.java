package homeostat.lab.record;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.Npz;
import homeostat.array.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * A run at the end of a step: all that the rest of it depends on.
 *
 * @param nextStep the step to go on with; so many are done
 * @param state what {@link homeostat.lab.Experiment#save} gave
 * @param log where the logs ended
 * @param bestScore lowest score at a checkpoint so far; infinite before the first
 * @param identity fingerprint of kind and config: what makes two runs the same run
 * @param kernel name of the kernel provider
 */
public record Checkpoint(
    long nextStep,
    Arrays state,
    Metrics.Position log,
    double bestScore,
    Sha256 identity,
    String kernel) {
  private static final int FORMAT = 2;
  private static final String STATE = "state/";

  /** Writes it as NPZ, atomically, with a fingerprint of everything in it. */
  public void write(Path file) {
    Arrays.Builder content =
        Arrays.builder()
            .put("run/format", new int[] {FORMAT})
            .put("run/next_step", new long[] {nextStep})
            .put("run/log_bytes", new long[] {log.bytes()})
            .put("run/log_sha256", log.sha256().bytes())
            .put("run/best_score", new double[] {bestScore})
            .put("run/identity", identity.bytes())
            .put("run/kernel", kernel.getBytes(StandardCharsets.UTF_8))
            .putAll(STATE, state);
    byte[] checksum = Sha256.ofArrays(content.build()).bytes();
    Npz.write(file, content.put("run/checksum", checksum).build());
  }

  /**
   * Reads and verifies a checkpoint.
   *
   * @throws FormatException if it is damaged, cut off or no checkpoint
   */
  public static Checkpoint read(Path file) {
    Arrays all = Npz.read(file);
    try {
      Arrays.Builder content = Arrays.builder();
      all.asMap()
          .forEach((name, array) -> {
            if (!name.equals("run/checksum")) {
              content.put(name, array);
            }
          });
      if (!Sha256.of(all.bytes("run/checksum")).equals(Sha256.ofArrays(content.build()))) {
        throw new FormatException(
            file, "", "the checksum does not match: the file is damaged; use an older checkpoint");
      }
      if (all.ints("run/format")[0] != FORMAT) {
        throw new FormatException(
            file,
            "array 'run/format'",
            "format "
                + all.ints("run/format")[0]
                + " where this version reads "
                + FORMAT
                + "; resume with the version that wrote it, or run anew");
      }
      return new Checkpoint(
          all.longs("run/next_step")[0],
          all.below(STATE),
          new Metrics.Position(
              all.longs("run/log_bytes")[0], Sha256.of(all.bytes("run/log_sha256"))),
          all.doubles("run/best_score")[0],
          Sha256.of(all.bytes("run/identity")),
          new String(all.bytes("run/kernel"), StandardCharsets.UTF_8));
    } catch (NoSuchElementException | IllegalArgumentException e) {
      throw new FormatException(file, "", "no checkpoint of a run: " + e.getMessage());
    }
  }
}
