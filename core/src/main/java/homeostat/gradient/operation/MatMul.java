package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/** The product y = a b, with da = dy b' and db = a' dy. */
public record MatMul() implements Operation {
  @Override
  public String name() {
    return "matmul";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(2);
    in.require(in.get(0).cols() == in.get(1).rows(), "columns of a must be rows of b");
    return new Shape(in.get(0).rows(), in.get(1).cols());
  }

  @Override
  public Step bind(Recording recording) {
    Var a = recording.in(0);
    Var b = recording.in(1);
    Var out = recording.out();
    Products products = recording.products();
    return new Step() {
      @Override
      public void forward() {
        products.gemm(a.matrix(), b.matrix(), 0f, out.matrix());
      }

      @Override
      public void backward() {
        if (a.trains()) {
          products.gemm(out.adjointMatrix(), b.transposed(), a.beta(), a.adjointMatrix());
        }
        if (b.trains()) {
          products.gemm(a.transposed(), out.adjointMatrix(), b.beta(), b.adjointMatrix());
        }
      }
    };
  }
}
