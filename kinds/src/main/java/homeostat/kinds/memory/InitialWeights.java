package homeostat.kinds.memory;

/**
 * Where initial weights come from: all uniform on (-b, b), with b by the layer. {@code H} units,
 * {@code I} inputs, {@code O} outputs.
 */
public enum InitialWeights {
  /** PyTorch's for recurrent layers: b = 1 / sqrt(H) everywhere. */
  DEFAULT {
    @Override
    public double input(int inputs, int units) {
      return 1 / Math.sqrt(units);
    }

    @Override
    public double recurrent(int units) {
      return 1 / Math.sqrt(units);
    }

    @Override
    public double readout(int units, int outputs) {
      return 1 / Math.sqrt(units);
    }
  },
  /** Glorot &amp; Bengio (AISTATS 2010): b = sqrt(6 / (rows + columns)); biases as by default. */
  XAVIER {
    @Override
    public double input(int inputs, int units) {
      return Math.sqrt(6.0 / (units + inputs));
    }

    @Override
    public double recurrent(int units) {
      return Math.sqrt(6.0 / (2 * units));
    }

    @Override
    public double readout(int units, int outputs) {
      return Math.sqrt(6.0 / (units + outputs));
    }
  },
  /** He et al. (ICCV 2015) by fan-out: b = sqrt(6 / rows); biases as by default. */
  HE {
    @Override
    public double input(int inputs, int units) {
      return Math.sqrt(6.0 / units);
    }

    @Override
    public double recurrent(int units) {
      return Math.sqrt(6.0 / units);
    }

    @Override
    public double readout(int units, int outputs) {
      return Math.sqrt(6.0 / outputs);
    }
  };

  /** b of W_ih [unit][input]. */
  public abstract double input(int inputs, int units);

  /** b of W_hh [unit][unit]. */
  public abstract double recurrent(int units);

  /** b of W_fc [output][unit]. */
  public abstract double readout(int units, int outputs);

  /** b of all biases. */
  public double bias(int units) {
    return 1 / Math.sqrt(units);
  }
}
