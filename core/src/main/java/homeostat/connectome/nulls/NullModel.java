package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Stream;
import java.util.List;

/**
 * Random wiring that keeps some properties of a connectome: what a comparison is made against. A
 * draw is a function of the connectome and the stream alone; its provenance says what was kept.
 * Nodes, cell types and assemblies stay.
 */
public sealed interface NullModel
    permits DegreePreserving,
        StrengthPreserving,
        WeightShuffle,
        SignShuffle,
        ErdosRenyi,
        Lattice,
        WattsStrogatz,
        Modular,
        Configuration,
        ReciprocityPreserving,
        GeometryPreserving,
        PublishedShuffle {

  /** What users call it, for instance {@code degree_preserving}. */
  String name();

  /** The properties that every draw shares with the original. */
  String keeps();

  /**
   * One draw.
   *
   * @throws IllegalArgumentException where the connectome lacks what the model shuffles
   */
  Connectome draw(Connectome original, Stream stream);

  /** Every null model with its usual settings. */
  static List<NullModel> all() {
    return List.of(
        new DegreePreserving(DegreePreserving.USUAL_SWAPS),
        new StrengthPreserving(),
        new ReciprocityPreserving(DegreePreserving.USUAL_SWAPS),
        new GeometryPreserving(GeometryPreserving.USUAL_BINS, DegreePreserving.USUAL_SWAPS),
        new Configuration(),
        new Modular(new Modules.Known()),
        new WeightShuffle(),
        new SignShuffle(),
        new ErdosRenyi(),
        new Lattice(),
        new WattsStrogatz(WattsStrogatz.USUAL_PROBABILITY),
        new PublishedShuffle(false),
        new PublishedShuffle(true));
  }

  /**
   * The null model of a name.
   *
   * @throws IllegalArgumentException with the names there are
   */
  static NullModel named(String name) {
    return all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no null model is called '"
                    + name
                    + "'; there are "
                    + String.join(", ", all().stream().map(NullModel::name).toList())));
  }
}
