package homeostat.task.dataset;

import java.nio.file.Path;

/**
 * A file of a data set that was read and compared with what is known of it; a wrong one is never
 * handed out.
 *
 * @param part what it should be
 * @param file where it was read
 * @param content its content, decompressed
 * @param sha256 of the content, in hexadecimal
 * @param confirmed whether a known checksum agreed; false if there is none to compare with
 */
public record Checked(Part part, Path file, byte[] content, String sha256, boolean confirmed) {}
