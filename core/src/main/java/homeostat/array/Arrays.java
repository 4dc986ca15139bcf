package homeostat.array;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Named arrays in a fixed order: what a checkpoint, an NPZ file and the numbers of a figure are
 * made of.
 */
public final class Arrays {
  private final Map<String, NdArray> byName;

  private Arrays(Map<String, NdArray> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** A new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** No arrays. */
  public static Arrays empty() {
    return builder().build();
  }

  /** The names, in order. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Names and arrays, in order. */
  public Map<String, NdArray> asMap() {
    return byName;
  }

  /** The array of a name, if there is one. */
  public Optional<NdArray> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The array of a name; without one, an exception that lists the names there are. */
  public NdArray get(String name) {
    NdArray array = byName.get(name);
    if (array == null) {
      throw new NoSuchElementException("no array '" + name + "' among " + byName.keySet());
    }
    return array;
  }

  /** The 32-bit floats of a name; another type is an exception. The array is not copied. */
  public float[] floats(String name) {
    return get(name) instanceof NdArray.F4 a ? a.data() : wrong(name, "f4");
  }

  /** The 64-bit floats of a name; another type is an exception. The array is not copied. */
  public double[] doubles(String name) {
    return get(name) instanceof NdArray.F8 a ? a.data() : wrong(name, "f8");
  }

  /** The 32-bit integers of a name; another type is an exception. The array is not copied. */
  public int[] ints(String name) {
    return get(name) instanceof NdArray.I4 a ? a.data() : wrong(name, "i4");
  }

  /** The 64-bit integers of a name; another type is an exception. The array is not copied. */
  public long[] longs(String name) {
    return get(name) instanceof NdArray.I8 a ? a.data() : wrong(name, "i8");
  }

  /** The bytes of a name; another type is an exception. The array is not copied. */
  public byte[] bytes(String name) {
    return get(name) instanceof NdArray.U1 a ? a.data() : wrong(name, "u1");
  }

  /** The arrays whose names start with {@code prefix}, under their names without it. */
  public Arrays below(String prefix) {
    Builder part = builder();
    byName.forEach((name, array) -> {
      if (name.startsWith(prefix)) {
        part.put(name.substring(prefix.length()), array);
      }
    });
    return part.build();
  }

  /** Equal arrays that share nothing with these. */
  public Arrays copy() {
    Builder copies = builder();
    byName.forEach((name, array) -> copies.put(name, array.copy()));
    return copies.build();
  }

  private <T> T wrong(String name, String wanted) {
    throw new IllegalArgumentException(
        "array '" + name + "' is " + get(name).type() + ", not " + wanted);
  }

  /** Collects arrays; a name may be given once. */
  public static final class Builder {
    private final Map<String, NdArray> byName = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an array. */
    public Builder put(String name, NdArray array) {
      if (byName.putIfAbsent(name, array) != null) {
        throw new IllegalArgumentException("array '" + name + "' is given twice");
      }
      return this;
    }

    /** Adds 32-bit floats; without a shape, a vector. */
    public Builder put(String name, float[] data, int... shape) {
      return put(name, new NdArray.F4(data, shape.length == 0 ? new int[] {data.length} : shape));
    }

    /** Adds 64-bit floats; without a shape, a vector. */
    public Builder put(String name, double[] data, int... shape) {
      return put(name, new NdArray.F8(data, shape.length == 0 ? new int[] {data.length} : shape));
    }

    /** Adds 32-bit integers; without a shape, a vector. */
    public Builder put(String name, int[] data, int... shape) {
      return put(name, new NdArray.I4(data, shape.length == 0 ? new int[] {data.length} : shape));
    }

    /** Adds 64-bit integers; without a shape, a vector. */
    public Builder put(String name, long[] data, int... shape) {
      return put(name, new NdArray.I8(data, shape.length == 0 ? new int[] {data.length} : shape));
    }

    /** Adds bytes; without a shape, a vector. */
    public Builder put(String name, byte[] data, int... shape) {
      return put(name, new NdArray.U1(data, shape.length == 0 ? new int[] {data.length} : shape));
    }

    /** Adds every array of {@code other} under {@code prefix} + its name. */
    public Builder putAll(String prefix, Arrays other) {
      other.asMap().forEach((name, array) -> put(prefix + name, array));
      return this;
    }

    /** The collected arrays. */
    public Arrays build() {
      return new Arrays(new LinkedHashMap<>(byName));
    }
  }
}
