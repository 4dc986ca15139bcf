package homeostat.disinhibition;

/**
 * A line that stands for an inverse activation, {@code u = intercept + slope r}: what a cell needs
 * to know of its interneuron to tell, from the inhibition it receives, how far it is from balance.
 *
 * @param intercept the theta of the paper
 * @param slope the delta of the paper
 */
public record Tangent(double intercept, double slope) {

  /** The potential that the line gives a rate. */
  public double at(double r) {
    return intercept + slope * r;
  }
}
