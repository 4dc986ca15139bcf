package homeostat.task.wiring;

import homeostat.task.dataset.DataNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The public connectomes. The checksums of the connectomes of regions are those of the files of the
 * published Bio2Art program; of the others no checksum is published, and their columns, and what
 * compression checks, are looked at.
 */
public final class PublishedWiring {
  private static final String BIO2ART = "the public repository of Bio2Art, folder connectomes";
  private static final String MIT =
      "MIT (the repository's, copyright 2020 A. Goulas; no separate licence of the data is stated)";

  private PublishedWiring() {}

  /** All of them, in order. */
  public static List<WiringSet> all() {
    List<WiringSet> sets = new ArrayList<>(regions());
    sets.add(hemibrain());
    sets.add(flyWire());
    sets.add(elegans());
    return sets;
  }

  private static List<WiringSet> regions() {
    return List.of(
        regions(
            "Drosophila",
            "fruit fly, 49 local processing units",
            "A.-S. Chiang et al., Current Biology 21:1-11 (2011), doi:10.1016/j.cub.2010.11.056",
            "98a0348f936e12f9a73c7ff411bb19afd41ef3323347dd0cdc42cac93e752c0a",
            "008636c771e0d0877d984948a3d1d8e3696e79f563a04f7989d9aacb04da34d2",
            "",
            ""),
        regions(
            "Human_Betzel_Normalized",
            "human, 57 areas of the left cortex, diffusion MRI, symmetric",
            "R. F. Betzel, D. S. Bassett, PNAS 115:E4880-E4889 (2018), doi:10.1073/pnas.1720186115",
            "6e1355b4cd92a3f82c65338c8e8df5203e2d7a3d29c9a33bf5470fdf733ca1ed",
            "ea2c35627aa48969ce3ef31390e505df8757c143997ddaacec8d2361bc3c6bb4",
            "",
            ""),
        regions(
            "Macaque_Normalized",
            "rhesus macaque, 29 cortical areas, retrograde tracers",
            "N. T. Markov et al., Cerebral Cortex 24:17-36 (2014), doi:10.1093/cercor/bhs270",
            "a035600c31457640b7eb625df6f8feb171a696b11c420743096cb6dfc79cc380",
            "9820446d064d3d6afa372d35d450419d3b0c8bfb4f7d195a28b8c32c428c0072",
            "2e493d1ea930a99b0fd1515c69554b1526e944a276b7cd6b9793a1b8ebf78dbe",
            ""),
        regions(
            "Marmoset_Normalized",
            "common marmoset, 55 cortical areas, retrograde tracers",
            "P. Majka et al., Journal of Comparative Neurology 524:2161-2181 (2016),"
                + " doi:10.1002/cne.24023",
            "399898de2f1aadf4f16b15fc18c468ef34d37e8dfc875ad2d48858ac6b42841f",
            "1f6979d831a11a05e61ba78b8334384773a787b3b7ec33641b3b0725a471f97f",
            "0fb00b6bd4a3da049bd5208b869913d9f48058a8a78d48736e9d42472a0dc5ab",
            ""),
        regions(
            "Mouse_Gamanut_Normalized",
            "mouse, 19 cortical areas, retrograde tracers; its rows look like receivers",
            "R. Gamanut et al., Neuron 97:698-715 (2018), doi:10.1016/j.neuron.2017.12.037",
            "6ef106c8f11ed51596e40aacd18986e743e772a67d7b55ab07c7e405d326069b",
            "7f9d814be7808f656681c986b7d3c60272e6a176cf92adc2d65a9931791ed6b9",
            "",
            "orientation=columns_are_senders"),
        regions(
            "Mouse_Ypma_Oh",
            "mouse, 56 divisions of the whole brain, anterograde tracers",
            "M. Rubinov, R. J. F. Ypma et al., PNAS 112:10032-10037 (2015),"
                + " doi:10.1073/pnas.1420315112; S. W. Oh et al., Nature 508:207-214 (2014),"
                + " doi:10.1038/nature13186",
            "779deaf06102fe153f472121777846463a4a9c46754fbbacef6c9f9effa07863",
            "e56807c9d87e43103d3a0e712a0e8640988963cee6943b349458099cc9fa9947",
            "",
            ""));
  }

  private static WiringSet regions(
      String name,
      String title,
      String citation,
      String matrix,
      String names,
      String densities,
      String usage) {
    String main = "C_" + name + ".npy";
    List<WiringPart> parts = new ArrayList<>();
    parts.add(WiringPart.known(main, matrix));
    parts.add(WiringPart.known("Names_" + name + ".lst", names));
    if (!densities.isEmpty()) {
      parts.add(WiringPart.known("ND_" + name + ".npy", densities));
    }
    return new WiringSet(
        name,
        new DataNote(title, MIT, citation, BIO2ART),
        parts,
        main,
        Optional.empty(),
        List.of(),
        usage);
  }

  private static WiringSet hemibrain() {
    return new WiringSet(
        "hemibrain",
        new DataNote(
            "half a fruit fly's brain, release 1.2: 21 739 neurons, 3 550 403 connections",
            "CC BY 4.0",
            "L. K. Scheffer et al., eLife 9:e57443 (2020), doi:10.7554/eLife.57443",
            "the hemibrain page of Janelia's FlyEM project, release 1.2"),
        List.of(
            WiringPart.archive(
                "exported-traced-adjacencies-v1.2.tar.gz",
                300_000_000L,
                "traced-neurons.csv",
                "traced-total-connections.csv")),
        "traced-total-connections.csv",
        Optional.of("traced-neurons.csv"),
        List.of(),
        "");
  }

  private static WiringSet flyWire() {
    return new WiringSet(
        "FlyWire",
        new DataNote(
            "a whole fruit fly's brain, release 783: some 139 000 neurons",
            "free for research with citation; see the terms of FlyWire Codex before any other use",
            "S. Dorkenwald et al., Nature 634:124-138 (2024), doi:10.1038/s41586-024-07558-y;"
                + " P. Schlegel et al., Nature 634:139-152 (2024), doi:10.1038/s41586-024-07686-5;"
                + " transmitters: N. Eckstein et al., Cell 187:2574 (2024)",
            "the download page of FlyWire Codex"),
        List.of(
            WiringPart.table(
                "connections.csv.gz",
                1_000_000_000L,
                "pre_root_id",
                "post_root_id",
                "neuropil",
                "syn_count",
                "nt_type"),
            WiringPart.table("neurons.csv.gz", 100_000_000L, "root_id", "nt_type"),
            WiringPart.table("classification.csv.gz", 100_000_000L, "root_id", "super_class"),
            WiringPart.table(
                "consolidated_cell_types.csv.gz", 100_000_000L, "root_id", "primary_type")),
        "connections.csv.gz",
        Optional.of("neurons.csv.gz"),
        List.of("classification.csv.gz", "consolidated_cell_types.csv.gz"),
        "");
  }

  private static WiringSet elegans() {
    return new WiringSet(
        "C.elegans",
        new DataNote(
            "a whole nematode, hermaphrodite: chemical and electrical connections",
            "none stated",
            "S. J. Cook et al., Nature 571:63-71 (2019), doi:10.1038/s41586-019-1352-7",
            "the connectome pages of WormWiring and OpenWorm"),
        List.of(
            WiringPart.table(
                "herm_full_edgelist.csv", 10_000_000L, "Source", "Target", "Weight", "Type")),
        "herm_full_edgelist.csv",
        Optional.empty(),
        List.of(),
        "");
  }
}
