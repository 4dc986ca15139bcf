package homeostat.spiking.input;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;

/**
 * Inputs of constant rate: input i adds {@code x_i = rate_i dt / 1000} of a spike at every step,
 * the mean of Poisson spikes without their noise.
 */
public final class ConstantInput implements InputProcess {
  /** Its name in parameter files. */
  public static final String NAME = "constant";

  private final double[] spikes;
  private final int batch;
  private final int steps;

  /**
   * @param rates [input] Hz
   * @param dt time step, ms
   */
  public ConstantInput(double[] rates, int batch, int steps, double dt) {
    this.spikes = java.util.Arrays.stream(rates).map(rate -> rate * dt / 1000).toArray();
    this.batch = batch;
    this.steps = steps;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Drawn draw(long chunk, Arrays carried, Parallel parallel) {
    return new Drawn(ChunkInput.silent(batch, steps, spikes.length).withConstant(spikes), carried);
  }

  /** Makes it from {@code feedforward.activity.<type>.firing_rate}, Hz. */
  public static final class Provider implements InputProcess.Provider {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public InputProcess create(InputSettings settings) {
      return new ConstantInput(
          settings.perInput("feedforward.activity", "firing_rate"),
          settings.batch(),
          settings.steps(),
          settings.dt());
    }
  }
}
