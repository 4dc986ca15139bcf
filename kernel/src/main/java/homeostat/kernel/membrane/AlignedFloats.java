package homeostat.kernel.membrane;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Floats that start at a cache line. Arrays of the heap start 16 bytes after one, so that every
 * vector of 64 bytes touches two lines; where a panel is read at random, that is a third of the
 * time. The memory lies outside of the heap and is freed with this object.
 */
public final class AlignedFloats {
  /** Bytes of a cache line. */
  private static final int LINE = 64;

  private final int length;
  private final MemorySegment memory;

  /** Zeros. */
  public AlignedFloats(int length) {
    this.length = length;
    this.memory = Arena.ofAuto().allocate((long) length * Float.BYTES, LINE);
  }

  /** Number of floats. */
  public int length() {
    return length;
  }

  /** The memory, in native byte order. */
  public MemorySegment memory() {
    return memory;
  }

  /** Element i. */
  public float get(int i) {
    return memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
  }

  /** Sets element i. */
  public void set(int i, float value) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
  }

  /** Copies {@code count} elements of an array here. */
  public void put(float[] from, int fromAt, int at, int count) {
    MemorySegment.copy(from, fromAt, memory, ValueLayout.JAVA_FLOAT, (long) at * 4, count);
  }

  /** Sets all to zero. */
  public void clear() {
    memory.fill((byte) 0);
  }
}
