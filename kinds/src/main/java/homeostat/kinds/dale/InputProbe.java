package homeostat.kinds.dale;

import homeostat.dale.diagnostic.PrincipalComponents;
import homeostat.kernel.Stream;
import homeostat.kinds.dale.figures.HomeostasisBoard;
import homeostat.kinds.dale.figures.InputsBoard;
import homeostat.kinds.image.Tally;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.Lighting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** Looks at a model on images with noise, and on images of fewer principal components. */
record InputProbe(Learner learner, ImageBatches images, int classes) {
  private static final int MOST = 300;
  private static final double[] NOISES = {0, 0.05, 0.1, 0.2, 0.3, 0.5};
  private static final double[] COMPONENTS = {1, 3, 10, 30, 100};

  /** On the first images that judge, without a shift. */
  static InputProbe of(Learner learner, Views views, int most) {
    ImageBatches clean = views.clean();
    int count = Math.min(Math.min(most, MOST), clean.subset().length);
    ImageBatches first =
        new ImageBatches(
            clean.images(),
            Arrays.copyOf(clean.subset(), count),
            clean.order(),
            Lighting.plain(),
            Math.min(clean.size(), count),
            false,
            clean.seed(),
            clean.purpose());
    return new InputProbe(learner, first, views.classes());
  }

  InputsBoard look() {
    Stream noise = Stream.of(images.seed(), "probe-noise");
    List<HomeostasisBoard.Layer> noisy =
        at(
            NOISES,
            deviation ->
                (x, image, k) ->
                    x
                        + deviation
                            * noise.normal((long) image * images.order().source().length + k));
    int count = images.subset().length;
    Map<Integer, Integer> place = new HashMap<>();
    for (int i = 0; i < count; i++) {
      place.put(images.subset()[i], i);
    }
    PrincipalComponents principal = PrincipalComponents.of(byImage(), count);
    double[] components =
        DoubleStream.concat(
                Arrays.stream(COMPONENTS).filter(number -> number < count - 1),
                DoubleStream.of(count - 1.0))
            .toArray();
    List<HomeostasisBoard.Layer> reduced =
        at(
            components,
            number -> {
              double[] kept = principal.reduced((int) number);
              int size = kept.length / count;
              return (_, image, k) -> kept[place.getOrDefault(image, 0) * size + k];
            });
    return new InputsBoard(NOISES.clone(), noisy, components, reduced);
  }

  /** What a pixel becomes. */
  private interface Change {
    /**
     * The new value, to be clipped to [0, 1].
     *
     * @param x the old one
     * @param image index in the file
     * @param k number of the pixel, as the network sees them
     */
    double of(float x, int image, int k);
  }

  private List<HomeostasisBoard.Layer> at(double[] levels, DoubleFunction<Change> changes) {
    double count = images.subset().length;
    List<HomeostasisBoard.Layer> layers =
        BrightnessProbe.layers(learner, images.size(), levels.length);
    for (int i = 0; i < levels.length; i++) {
      int level = i;
      Change change = changes.apply(levels[i]);
      learner.judge(
          images,
          0,
          new Tally(classes),
          (batch, size) -> apply(change, batch, size),
          (pass, size) -> {
            for (int l = 0; l < layers.size(); l++) {
              Probe probe = pass.model().probes().get(l);
              BrightnessProbe.moments(probe, layers.get(l), level, size / count);
            }
          });
    }
    return layers;
  }

  /** Pixels lie as [step][image][feature]. */
  private void apply(Change change, Batch batch, int size) {
    int features = images.order().features();
    float[] pixels = batch.inputs();
    for (int at = 0; at < pixels.length / batch.images().length * size; at++) {
      int row = at / features;
      int k = row / size * features + at % features;
      pixels[at] =
          (float) Math.clamp(change.of(pixels[at], batch.images()[row % size], k), 0.0, 1.0);
    }
  }

  /** All pixels as [image][step, feature]. */
  private float[] byImage() {
    ImageBatches whole =
        new ImageBatches(
            images.images(),
            images.subset(),
            images.order(),
            images.lighting(),
            1,
            false,
            images.seed(),
            images.purpose());
    int size = images.order().source().length;
    float[] all = new float[images.subset().length * size];
    Batch one = whole.room();
    for (int i = 0; i < whole.count(); i++) {
      whole.epoch(0).fill(i, one);
      System.arraycopy(one.inputs(), 0, all, i * size, size);
    }
    return all;
  }
}
