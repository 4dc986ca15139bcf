package homeostat.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of kernels, owned by the caller and reused from call to call, so that steady work
 * allocates nothing. One call at a time may use it.
 */
public final class Workspace {
  private float[] floats = new float[0];
  private double[] doubles = new double[0];
  private @Nullable Object kept;
  private final List<Workspace> parts = new ArrayList<>();

  /** At least that many float32, of unspecified content; the next call may give the same array. */
  public float[] floats(int length) {
    if (floats.length < length) {
      floats = new float[length];
    }
    return floats;
  }

  /** At least that many float64, of unspecified content; the next call may give the same array. */
  public double[] doubles(int length) {
    if (doubles.length < length) {
      doubles = new double[length];
    }
    return doubles;
  }

  /**
   * The object of a type that an earlier call left here, or a new one. A workspace keeps one such
   * object at a time: what a kernel would otherwise make anew in every call.
   */
  public <T> T kept(Class<T> type, Supplier<T> maker) {
    if (type.isInstance(kept)) {
      return type.cast(kept);
    }
    T made = maker.get();
    kept = made;
    return made;
  }

  /** Workspaces for {@code count} tasks that run at the same time. */
  public List<Workspace> parts(int count) {
    while (parts.size() < count) {
      parts.add(new Workspace());
    }
    return List.copyOf(parts.subList(0, count));
  }
}
