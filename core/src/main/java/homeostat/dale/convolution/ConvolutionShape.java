package homeostat.dale.convolution;

/**
 * Sizes of a two-dimensional convolution of images [channel][row][column].
 *
 * @param channels of the input
 * @param height of the input
 * @param width of the input
 * @param kernel rows and columns of a kernel
 * @param stride step from one place of the kernel to the next
 * @param padding rows and columns of zeros around the input
 * @param dilation distance between neighbouring elements of the kernel
 */
public record ConvolutionShape(
    int channels, int height, int width, int kernel, int stride, int padding, int dilation) {
  public ConvolutionShape {
    if (channels < 1 || height < 1 || width < 1 || kernel < 1 || stride < 1 || dilation < 1) {
      throw new IllegalArgumentException(
          "channels, height, width, kernel, stride and dilation must be at least 1");
    }
    if (padding < 0) {
      throw new IllegalArgumentException("padding " + padding + " is negative");
    }
    int reach = dilation * (kernel - 1) + 1;
    if (height + 2 * padding < reach || width + 2 * padding < reach) {
      throw new IllegalArgumentException(
          "a kernel that reaches over %d is larger than an image of %d x %d with padding %d"
              .formatted(reach, height, width, padding));
    }
  }

  /** Rows of the result. */
  public int outHeight() {
    return out(height);
  }

  /** Columns of the result. */
  public int outWidth() {
    return out(width);
  }

  private int out(int size) {
    return (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
  }

  /** Numbers in an input image. */
  public int inputs() {
    return channels * height * width;
  }

  /** Numbers under a kernel. */
  public int patch() {
    return channels * kernel * kernel;
  }

  /** Places of the kernel in an image. */
  public int places() {
    return outHeight() * outWidth();
  }

  /**
   * Where each element under the kernel comes from, [patch element][place], as an index into an
   * image; -1 in the padding.
   */
  int[] sources() {
    int[] sources = new int[patch() * places()];
    int at = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < kernel; i++) {
        for (int j = 0; j < kernel; j++) {
          for (int place = 0; place < places(); place++) {
            int row = place / outWidth() * stride + i * dilation - padding;
            int column = place % outWidth() * stride + j * dilation - padding;
            boolean inside = row >= 0 && row < height && column >= 0 && column < width;
            sources[at++] = inside ? (channel * height + row) * width + column : -1;
          }
        }
      }
    }
    return sources;
  }
}
