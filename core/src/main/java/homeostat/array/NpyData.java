package homeostat.array;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The elements of an NPY file, to and from arrays, a block of bytes at a time. */
final class NpyData {
  private static final int BLOCK = 1 << 16;

  /** Elements allocated before any was seen, when the number of bytes there are is unknown. */
  private static final int UNSEEN = 1 << 20;

  private NpyData() {}

  /** Refuses a shape that does not fit the bytes there are, before anything is allocated for it. */
  static void checkBytes(ByteSource in, NpyHeader header) {
    long wanted = (long) NdArray.count(header.shape()) * header.elementBytes();
    if (in.remaining() >= 0 && in.remaining() != wanted) {
      throw in.fault(
          "shape "
              + java.util.Arrays.toString(header.shape())
              + " of type "
              + header.type()
              + " needs "
              + wanted
              + " bytes of data, the file has "
              + in.remaining()
              + "; fetch or write it again");
    }
  }

  static NdArray read(ByteSource in, NpyHeader header) {
    checkBytes(in, header);
    int[] shape = header.shape();
    int count = NdArray.count(shape);
    NdArray array =
        switch (header.type()) {
          case "f2", "f4" -> new NdArray.F4(floats(in, header, count), shape);
          case "f8" -> new NdArray.F8(doubles(in, header, count), shape);
          case "i1", "i2", "i4", "u2" -> new NdArray.I4(ints(in, header, count), shape);
          case "i8", "u4", "u8" -> new NdArray.I8(longs(in, header, count), shape);
          case "u1", "b1" -> new NdArray.U1(bytes(in, count), shape);
          default -> throw in.fault("type " + header.type() + " is not an array of numbers");
        };
    return header.columnMajor() && shape.length > 1 ? ColumnOrder.rows(array) : array;
  }

  private static float[] floats(ByteSource in, NpyHeader header, int count) {
    float[] out = new float[first(in, count)];
    boolean half = header.width() == 2;
    Blocks blocks = new Blocks(in, header, count);
    for (int done = 0; done < count; ) {
      ByteBuffer block = blocks.next();
      int n = block.remaining() / header.width();
      out = out.length < done + n ? java.util.Arrays.copyOf(out, more(done + n, count)) : out;
      if (half) {
        for (int i = 0; i < n; i++) {
          out[done + i] = Float.float16ToFloat(block.getShort());
        }
      } else {
        block.asFloatBuffer().get(out, done, n);
      }
      done += n;
    }
    return out;
  }

  private static double[] doubles(ByteSource in, NpyHeader header, int count) {
    double[] out = new double[first(in, count)];
    Blocks blocks = new Blocks(in, header, count);
    for (int done = 0; done < count; ) {
      ByteBuffer block = blocks.next();
      int n = block.remaining() / Double.BYTES;
      out = out.length < done + n ? java.util.Arrays.copyOf(out, more(done + n, count)) : out;
      block.asDoubleBuffer().get(out, done, n);
      done += n;
    }
    return out;
  }

  private static int[] ints(ByteSource in, NpyHeader header, int count) {
    int[] out = new int[first(in, count)];
    String type = header.type();
    Blocks blocks = new Blocks(in, header, count);
    for (int done = 0; done < count; ) {
      ByteBuffer block = blocks.next();
      int n = block.remaining() / header.width();
      out = out.length < done + n ? java.util.Arrays.copyOf(out, more(done + n, count)) : out;
      for (int i = done; i < done + n; i++) {
        out[i] =
            switch (type) {
              case "i1" -> block.get();
              case "i2" -> block.getShort();
              case "u2" -> block.getShort() & 0xFFFF;
              default -> block.getInt();
            };
      }
      done += n;
    }
    return out;
  }

  private static long[] longs(ByteSource in, NpyHeader header, int count) {
    long[] out = new long[first(in, count)];
    boolean wide = header.width() == 8;
    boolean unsigned = header.kind() == 'u';
    Blocks blocks = new Blocks(in, header, count);
    for (int done = 0; done < count; ) {
      long start = in.position();
      ByteBuffer block = blocks.next();
      int n = block.remaining() / header.width();
      out = out.length < done + n ? java.util.Arrays.copyOf(out, more(done + n, count)) : out;
      for (int i = 0; i < n; i++) {
        long value = wide ? block.getLong() : block.getInt() & 0xFFFFFFFFL;
        if (wide && unsigned && value < 0) {
          throw in.faultAt(
              start + 8L * i,
              "element "
                  + (done + i)
                  + " = "
                  + Long.toUnsignedString(value)
                  + " is beyond 2^63 - 1; save it as int64 or float64");
        }
        out[done + i] = value;
      }
      done += n;
    }
    return out;
  }

  private static byte[] bytes(ByteSource in, int count) {
    byte[] out = new byte[first(in, count)];
    byte[] block = new byte[Math.min(count, BLOCK)];
    for (int done = 0; done < count; ) {
      int n = Math.min(block.length, count - done);
      in.readFully(block, n, "the data");
      out = out.length < done + n ? java.util.Arrays.copyOf(out, more(done + n, count)) : out;
      System.arraycopy(block, 0, out, done, n);
      done += n;
    }
    return out;
  }

  private static int first(ByteSource in, int count) {
    return in.remaining() < 0 ? Math.min(count, UNSEEN) : count;
  }

  private static int more(int needed, int count) {
    return (int) Math.min(count, 2L * needed);
  }

  /** Hands out the data of an array in blocks of whole elements. */
  private static final class Blocks {
    private final ByteSource in;
    private final ByteBuffer block;
    private long left;

    Blocks(ByteSource in, NpyHeader header, int count) {
      this.in = in;
      left = (long) count * header.width();
      block = ByteBuffer.allocate((int) Math.min(left, BLOCK)).order(header.order());
    }

    ByteBuffer next() {
      int n = (int) Math.min(left, block.capacity());
      in.readFully(block.array(), n, "the data");
      left -= n;
      return block.clear().limit(n);
    }
  }

  /** Writes header and elements, little-endian and row-major. */
  static void write(OutputStream out, NdArray array) throws IOException {
    String descr = array instanceof NdArray.U1 ? "|u1" : "<" + array.type();
    out.write(NpyHeader.write(descr, array.shape()));
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    int n = array.size();
    switch (array) {
      case NdArray.F4(float[] data, int[] _) -> {
        for (int done = 0, some; done < n; done += some) {
          some = Math.min(n - done, BLOCK / Float.BYTES);
          block.asFloatBuffer().put(data, done, some);
          out.write(block.array(), 0, some * Float.BYTES);
        }
      }
      case NdArray.F8(double[] data, int[] _) -> {
        for (int done = 0, some; done < n; done += some) {
          some = Math.min(n - done, BLOCK / Double.BYTES);
          block.asDoubleBuffer().put(data, done, some);
          out.write(block.array(), 0, some * Double.BYTES);
        }
      }
      case NdArray.I4(int[] data, int[] _) -> {
        for (int done = 0, some; done < n; done += some) {
          some = Math.min(n - done, BLOCK / Integer.BYTES);
          block.asIntBuffer().put(data, done, some);
          out.write(block.array(), 0, some * Integer.BYTES);
        }
      }
      case NdArray.I8(long[] data, int[] _) -> {
        for (int done = 0, some; done < n; done += some) {
          some = Math.min(n - done, BLOCK / Long.BYTES);
          block.asLongBuffer().put(data, done, some);
          out.write(block.array(), 0, some * Long.BYTES);
        }
      }
      case NdArray.U1(byte[] data, int[] _) -> out.write(data);
    }
  }
}
