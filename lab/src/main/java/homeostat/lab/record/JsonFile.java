package homeostat.lab.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON files of a run, and says what to do about a damaged one. */
public final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFile() {}

  /**
   * Reads the object in a file.
   *
   * @param remedy what to do if it is damaged
   * @throws UserError if it is no JSON object
   */
  public static ObjectNode read(Path file, String remedy) {
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
        return object;
      }
      throw new UserError(file + ": is damaged (no JSON object); " + remedy);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UserError(file + ": line " + line + ": is damaged (not JSON); " + remedy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
