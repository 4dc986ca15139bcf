package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import java.util.Map;

/**
 * A golden case with its inputs resolved.
 *
 * @param id its id
 * @param kind which function it exercises
 * @param variant {@code recommended}, {@code source}, or empty
 * @param params the case's {@code params} object
 * @param inputs arrays by name; scalars as arrays of shape []; {@code {"case": id}} under {@code
 *     name/...}, and a fixture's params at {@link #fixtureParams}; of an input that is the first
 *     steps of an array, the array under {@code name/whole}
 * @param fixtureParams params of the case that an input {@code {"case": id}} points to; an empty
 *     object without one
 * @param expected the expected arrays, for their names, shapes and (rarely) for cases whose
 *     expectation says what to compute; numbers inside JSON objects and lists under {@code
 *     name/key/0/...}
 * @param samples one valid random outcome, for its format and for checks that are stated against it
 * @param rows the {@code rows} of the case, or a missing node
 * @param whole the whole case object
 * @param manifest every case of the manifest by id, for a case that takes params from another
 */
public record GoldenCase(
    String id,
    String kind,
    String variant,
    JsonNode params,
    Arrays inputs,
    JsonNode fixtureParams,
    Arrays expected,
    Arrays samples,
    JsonNode rows,
    JsonNode whole,
    Map<String, JsonNode> manifest) {}
