package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers that stand in the manifest itself, as arrays: a number or truth value has shape [], a
 * rectangular list of numbers its own shape; objects and other lists are taken apart under {@code
 * name/key} and {@code name/0}. Texts cannot be arrays and are named apart.
 *
 * @param numbers the arrays
 * @param texts paths of the texts and nulls
 */
record JsonValues(Arrays numbers, List<String> texts) {

  static JsonValues of(String name, JsonNode value) {
    Arrays.Builder numbers = Arrays.builder();
    List<String> texts = new ArrayList<>();
    take(name, value, numbers, texts);
    return new JsonValues(numbers.build(), texts);
  }

  private static void take(
      String name, JsonNode value, Arrays.Builder numbers, List<String> texts) {
    Optional<NdArray> array = array(value);
    if (array.isPresent()) {
      numbers.put(name, array.get());
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        take(name + "/" + field.getKey(), field.getValue(), numbers, texts);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        take(name + "/" + i, value.get(i), numbers, texts);
      }
    } else {
      texts.add(name);
    }
  }

  private static Optional<NdArray> array(JsonNode value) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode first = value; first.isArray(); first = first.get(0)) {
      if (first.isEmpty()) {
        return Optional.empty();
      }
      shape.add(first.size());
    }
    List<JsonNode> leaves = new ArrayList<>();
    if (!collect(value, shape, 0, leaves)) {
      return Optional.empty();
    }
    int[] axes = shape.stream().mapToInt(Integer::intValue).toArray();
    if (leaves.stream().allMatch(JsonNode::isBoolean)) {
      byte[] data = new byte[leaves.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) (leaves.get(i).booleanValue() ? 1 : 0);
      }
      return Optional.of(new NdArray.U1(data, axes));
    }
    if (leaves.stream().allMatch(JsonNode::canConvertToLong)
        && leaves.stream().allMatch(JsonNode::isIntegralNumber)) {
      return Optional.of(
          new NdArray.I8(leaves.stream().mapToLong(JsonNode::longValue).toArray(), axes));
    }
    if (leaves.stream().allMatch(JsonNode::isNumber)) {
      return Optional.of(
          new NdArray.F8(leaves.stream().mapToDouble(JsonNode::doubleValue).toArray(), axes));
    }
    return Optional.empty();
  }

  /** Gathers the leaves in row-major order; false if the lists are ragged or hold objects. */
  private static boolean collect(
      JsonNode value, List<Integer> shape, int depth, List<JsonNode> leaves) {
    if (depth == shape.size()) {
      leaves.add(value);
      return value.isNumber() || value.isBoolean();
    }
    if (!value.isArray() || value.size() != shape.get(depth)) {
      return false;
    }
    for (JsonNode element : value) {
      if (!collect(element, shape, depth + 1, leaves)) {
        return false;
      }
    }
    return true;
  }
}
