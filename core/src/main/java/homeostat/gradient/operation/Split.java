package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * W = Wex - Wei Wix, the effective weights of a projection with separate excitation and inhibition:
 * {@link SplitWeights} on a tape. Operands: Wex [out][in], Wix [interneuron][in], Wei
 * [out][interneuron].
 *
 * <p>How to choose: cheaper than passing activity through the interneurons where W is used often,
 * as in a recurrent network; dearer where it is used once for a small batch.
 */
public record Split() implements Operation {
  @Override
  public String name() {
    return "split";
  }

  @Override
  public Shape shape(Shapes in) {
    Shape wex = in.count(3).get(0);
    in.require(wex.cols() == in.get(1).cols(), "Wex and Wix must agree in their columns");
    in.require(wex.rows() == in.get(2).rows(), "Wex and Wei must agree in their rows");
    in.require(in.get(1).rows() == in.get(2).cols(), "rows of Wix must be columns of Wei");
    return wex;
  }

  @Override
  public Step bind(Recording recording) {
    Var wex = recording.in(0);
    Var wix = recording.in(1);
    Var wei = recording.in(2);
    Var w = recording.out();
    Products products = recording.products();
    return new Step() {
      @Override
      public void forward() {
        SplitWeights.join(products, wex.matrix(), wix.matrix(), wei.matrix(), w.matrix());
      }

      @Override
      public void backward() {
        if (wex.trains()) {
          recording.kernels().elementwise().add(w.adjoint(), 0, wex.adjoint(), 0, w.shape().size());
        }
        if (wei.trains()) {
          SplitWeights.chainOut(
              products, w.adjointMatrix(), wix.matrix(), wei.beta(), wei.adjointMatrix());
        }
        if (wix.trains()) {
          SplitWeights.chainIn(
              products, w.adjointMatrix(), wei.matrix(), wix.beta(), wix.adjointMatrix());
        }
      }
    };
  }
}
