package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Group normalisation (Wu and He 2018) of images with an affine map of each channel. A group is
 * some adjacent channels of one image; with n(x) the group normalised as in {@link Normalise}:
 *
 * <pre>
 * y = w_c n(x) + b_c      dn = w_c G      dw_c = sum G n      db_c = sum G
 * </pre>
 *
 * Operands: x of [image] rows and [channel][place] columns, w and b of one element a channel.
 *
 * @param channels channels of an image
 * @param groups groups that they are divided into
 * @param moments what is taken out of a group
 * @param epsilon added to the variance
 */
public record GroupNormalise(int channels, int groups, Moments moments, double epsilon)
    implements Operation {
  public GroupNormalise {
    if (groups < 1 || channels < 1 || channels % groups != 0) {
      throw new IllegalArgumentException(
          channels + " channels do not divide into " + groups + " equal groups");
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " is not positive");
    }
  }

  @Override
  public String name() {
    return "group-normalise";
  }

  @Override
  public Shape shape(Shapes in) {
    Shape x = in.count(3).get(0);
    in.require(x.cols() % channels == 0, "columns of x must be " + channels + " equal channels");
    for (int i = 1; i < 3; i++) {
      in.require(in.get(i).size() == channels, "gain and bias must have an element a channel");
    }
    return x;
  }

  @Override
  public Step bind(Recording recording) {
    return new GroupStep(recording, this);
  }

  private static final class GroupStep implements Step {
    private final GroupNormalise how;
    private final Var x;
    private final Var gain;
    private final Var bias;
    private final Var out;
    private final int wide;
    private final int places;
    private final float[] normal;
    private final float[] inverse;

    GroupStep(Recording recording, GroupNormalise how) {
      this.how = how;
      this.x = recording.in(0);
      this.gain = recording.in(1);
      this.bias = recording.in(2);
      this.out = recording.out();
      this.wide = x.shape().cols() / how.groups;
      this.places = x.shape().cols() / how.channels;
      this.normal = new float[x.shape().size()];
      this.inverse = new float[x.shape().rows() * how.groups];
    }

    private int channel(int i) {
      return i / places % how.channels;
    }

    @Override
    public void forward() {
      float[] from = x.value();
      for (int group = 0; group < inverse.length; group++) {
        int at = group * wide;
        double mean = 0;
        for (int i = at; i < at + wide; i++) {
          mean += from[i];
        }
        mean /= wide;
        double squares = 0;
        for (int i = at; i < at + wide; i++) {
          squares += (from[i] - mean) * (from[i] - mean);
        }
        double scale = how.moments.spread ? 1 / Math.sqrt(squares / wide + how.epsilon) : 1;
        double center = how.moments.mean ? mean : 0;
        inverse[group] = (float) scale;
        for (int i = at; i < at + wide; i++) {
          normal[i] = (float) ((from[i] - center) * scale);
          out.value()[i] = gain.value()[channel(i)] * normal[i] + bias.value()[channel(i)];
        }
      }
    }

    @Override
    public void backward() {
      float[] g = out.adjoint();
      for (int at = 0; at < g.length; at += places) {
        affine(g, at);
      }
      if (x.trains()) {
        for (int group = 0; group < inverse.length; group++) {
          group(g, x.adjoint(), group);
        }
      }
    }

    /** What one channel of one image gives to gain and bias. */
    private void affine(float[] g, int at) {
      double along = 0;
      double sum = 0;
      for (int i = at; i < at + places; i++) {
        along += (double) g[i] * normal[i];
        sum += g[i];
      }
      if (gain.trains()) {
        gain.adjoint()[channel(at)] += (float) along;
      }
      if (bias.trains()) {
        bias.adjoint()[channel(at)] += (float) sum;
      }
    }

    private void group(float[] g, float[] dx, int group) {
      int at = group * wide;
      double sum = 0;
      double along = 0;
      double total = 0;
      for (int i = at; i < at + wide; i++) {
        double dn = (double) gain.value()[channel(i)] * g[i];
        sum += dn;
        along += dn * normal[i];
        total += normal[i];
      }
      // sigma is taken about the mean also where the mean stays in: hence the middle of n.
      double middle = total / wide;
      double shift = how.moments.mean ? sum / wide : 0;
      double slope = how.moments.spread ? along / wide : 0;
      for (int i = at; i < at + wide; i++) {
        double dn = (double) gain.value()[channel(i)] * g[i];
        dx[i] += (float) ((dn - shift - slope * (normal[i] - middle)) * inverse[group]);
      }
    }
  }
}
