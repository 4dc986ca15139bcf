package homeostat.kernel.membrane;

/**
 * Conductance-based leaky integrate-and-fire membranes, one step at a time, and their adjoint, two
 * steps at a time. Implementations agree to the bit. Panels hold 16 entries a vector; conductances
 * lie as [vector][component][lane], component {@code 2 k} the rise and {@code 2 k + 1} the decay of
 * synapse type k.
 */
public interface MembraneSteps {
  /**
   * One step of the vectors [from, to), which share their constants. With potential v, components r
   * and d of synapse type k, drive h of its group:
   *
   * <pre>
   *   I   = sum_k (r_k + d_k) (v - E_k)
   *   u   = v - I dt / C - (v - E_L) (1 - beta),   v' = U_reset after a spike, else u
   *   r_k = clamp(alpha r_k + scale h),   d_k likewise
   *   s'  = v' &gt; theta
   * </pre>
   *
   * @param step potentials and spikes before; takes sums of conductances and clamp flags
   * @param after takes potentials and spikes after
   * @param g [vector][component][lane], updated
   * @param drive [group][entry], set to zero
   * @param valid [vector] lanes that may spike
   */
  void advance(
      Membranes membranes,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to);

  /**
   * The adjoint of a pair of steps and the beginning of that of the pair before it. What travels
   * back through the weights, q, depends on costates of the step after it only; so q of two steps
   * is known before the weights' answer ls to either, and one pass over the weights serves both.
   * With la the costate of a conductance where the clamp did not cut, and e that of the potential
   * where no spike was:
   *
   * <pre>
   *   lv  = e (beta - total dt / C) + ls / (scale |v - theta| + 1)^2 + direct
   *   lg  = alpha la - e (v - E) dt / C
   *   q   = sum_k scale^r la^r_k + scale^d la^d_k
   * </pre>
   *
   * @param idle {@link Membranes#idle} of the membranes, for steps that are not there
   * @param pair the steps
   * @param direct what losses add
   * @param costate updated; between calls, lv lacks the answer to the later step of the pair begun
   * @param ls [pair of entries] answer of the weights to q of the pair that is finished
   * @param q [group][pair of entries] takes q of the pair that is begun
   */
  void retreat(
      Membranes membranes,
      Membranes idle,
      StepPair pair,
      DirectCostate direct,
      Costate costate,
      AlignedFloats ls,
      AlignedFloats q,
      int from,
      int to);

  /**
   * The transposed product of two steps: for each row, the sum of its weights times the panel of
   * its receivers, {@code ls[first + row] = sum_e weight_e q[column_e]}, both steps together.
   *
   * @param q [pair of entries] from {@code at} on
   * @param first the row's own place: rows answer for neurons {@code first, first + 1, ...}
   * @param width entries of a neuron: 1, 2, 4, 8 or 16
   */
  void pull(PanelRows rows, AlignedFloats q, int at, AlignedFloats ls, int first, int width);
}
