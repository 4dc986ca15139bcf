package homeostat.spiking;

/**
 * Input spikes of one chunk, as lane masks: bit l of {@code lanes[block][step * inputs + input]} is
 * set when the input spikes at that step in batch element {@code 16 block + l}. Inputs of constant
 * rate add the same real number at every step in every batch element.
 *
 * @param batch number of batch elements B
 * @param steps number of steps T
 * @param inputs number of inputs M
 * @param lanes [block][step * inputs + input]
 * @param constant [step][input] what inputs of constant rate add, mostly fractions of a spike, in
 *     every batch element; empty for none
 */
public record ChunkInput(int batch, int steps, int inputs, short[][] lanes, double[][] constant) {

  /** Checks sizes. */
  public ChunkInput {
    boolean fits = lanes.length == Blocks.count(batch);
    for (short[] block : lanes) {
      fits &= block.length == steps * inputs;
    }
    fits &= constant.length == 0 || constant.length == steps;
    for (double[] row : constant) {
      fits &= row.length == inputs;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "lane masks do not have the size of "
              + batch
              + " x "
              + steps
              + " x "
              + inputs
              + " input spikes");
    }
  }

  /** Spikes alone. */
  public ChunkInput(int batch, int steps, int inputs, short[][] lanes) {
    this(batch, steps, inputs, lanes, new double[0][]);
  }

  /** No spike anywhere. */
  public static ChunkInput silent(int batch, int steps, int inputs) {
    return new ChunkInput(batch, steps, inputs, new short[Blocks.count(batch)][steps * inputs]);
  }

  /**
   * From a dense array.
   *
   * @param spikes [batch][time][input], not 0 = spike
   */
  public static ChunkInput dense(byte[] spikes, int batch, int steps, int inputs) {
    ChunkInput input = silent(batch, steps, inputs);
    for (int b = 0; b < batch; b++) {
      for (int cell = 0; cell < steps * inputs; cell++) {
        if (spikes[b * steps * inputs + cell] != 0) {
          input.set(b, cell);
        }
      }
    }
    return input;
  }

  /**
   * The same with inputs of constant rate.
   *
   * @param rates [input] what each adds at every step
   */
  public ChunkInput withConstant(double[] rates) {
    double[][] rows = new double[steps][];
    java.util.Arrays.fill(rows, rates);
    return new ChunkInput(batch, steps, inputs, lanes, rows);
  }

  /** Inputs of the same batch one after the other. */
  public static ChunkInput joined(java.util.List<ChunkInput> parts) {
    ChunkInput first = parts.getFirst();
    int steps = parts.stream().mapToInt(ChunkInput::steps).sum();
    ChunkInput whole = silent(first.batch, steps, first.inputs);
    boolean constant = parts.stream().anyMatch(part -> part.constant.length > 0);
    double[][] rows = new double[constant ? steps : 0][first.inputs];
    int at = 0;
    for (ChunkInput part : parts) {
      for (int block = 0; block < part.lanes.length; block++) {
        System.arraycopy(
            part.lanes[block], 0, whole.lanes[block], at * first.inputs, part.lanes[block].length);
      }
      System.arraycopy(part.constant, 0, rows, constant ? at : 0, part.constant.length);
      at += part.steps;
    }
    return new ChunkInput(first.batch, steps, first.inputs, whole.lanes, rows);
  }

  /** The steps from one to another. */
  public ChunkInput from(int step, int end) {
    short[][] some = new short[lanes.length][];
    for (int block = 0; block < some.length; block++) {
      some[block] = java.util.Arrays.copyOfRange(lanes[block], step * inputs, end * inputs);
    }
    double[][] rows =
        constant.length == 0 ? constant : java.util.Arrays.copyOfRange(constant, step, end);
    return new ChunkInput(batch, end - step, inputs, some, rows);
  }

  /** Marks a spike in the cell {@code step * inputs + input} of a batch element. */
  public void set(int element, int cell) {
    lanes[element / Blocks.WIDTH][cell] |= (short) (1 << (element % Blocks.WIDTH));
  }

  /** True if an input spikes. */
  public boolean spikes(int element, int step, int input) {
    int mask = lanes[element / Blocks.WIDTH][step * inputs + input];
    return (mask >>> (element % Blocks.WIDTH) & 1) != 0;
  }
}
