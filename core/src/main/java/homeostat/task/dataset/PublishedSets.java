package homeostat.task.dataset;

import homeostat.array.FormatException;
import homeostat.task.image.ImageShape;
import java.nio.file.Path;
import java.util.List;

/**
 * MNIST, Fashion-MNIST, KMNIST and CIFAR-10. The checksums of Fashion-MNIST are those of the
 * contents in Debian's package; the others are as commonly published.
 */
public final class PublishedSets implements ImageSetProvider {
  private static final int TRAIN = 60_000;
  private static final int TEST = 10_000;
  private static final ImageShape GREY = new ImageShape(1, 28, 28);
  private static final int BATCH = 10_000 * 3073;

  @Override
  public List<ImageSet> sets() {
    return List.of(mnist(), fashionMnist(), kmnist(), cifar10());
  }

  private static ImageSet mnist() {
    return new IdxSet(
        "mnist",
        new DataNote(
            "handwritten digits, 28 x 28 grey, 10 classes, 60 000 + 10 000 images",
            "CC BY-SA 3.0 (as commonly stated; the publishers' page names none)",
            "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998), Gradient-based learning applied to"
                + " document recognition, Proc. IEEE 86:2278, doi:10.1109/5.726791",
            "the page of the MNIST database by Y. LeCun, C. Cortes and C. Burges"),
        10,
        GREY,
        List.of(
            Part.of(
                "train-images-idx3-ubyte",
                images(TRAIN),
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            Part.of(
                "train-labels-idx1-ubyte",
                labels(TRAIN),
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            Part.of(
                "t10k-images-idx3-ubyte",
                images(TEST),
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            Part.of(
                "t10k-labels-idx1-ubyte",
                labels(TEST),
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
        List.of());
  }

  private static ImageSet fashionMnist() {
    return new IdxSet(
        "fashion-mnist",
        new DataNote(
            "articles of clothing, 28 x 28 grey, 10 classes, 60 000 + 10 000 images",
            "MIT, copyright 2017 Zalando SE",
            "H. Xiao, K. Rasul, R. Vollgraf (2017), Fashion-MNIST: a novel image dataset for"
                + " benchmarking machine learning algorithms, arXiv:1708.07747",
            "the page that arXiv:1708.07747 names"),
        10,
        GREY,
        List.of(
            Part.of(
                "train-images-idx3-ubyte",
                images(TRAIN),
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
            Part.of(
                "train-labels-idx1-ubyte",
                labels(TRAIN),
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
            Part.of(
                "t10k-images-idx3-ubyte",
                images(TEST),
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
            Part.of(
                "t10k-labels-idx1-ubyte",
                labels(TEST),
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
        List.of(
            new SystemPackage(
                Path.of("/usr/share/datasets/fashion-mnist"),
                "Debian: apt-get install dataset-fashion-mnist")));
  }

  private static ImageSet kmnist() {
    return new IdxSet(
        "kmnist",
        new DataNote(
            "cursive Japanese characters, 28 x 28 grey, 10 classes, 60 000 + 10 000 images",
            "CC BY-SA 4.0",
            "T. Clanuwat, M. Bober-Irizar, A. Kitamoto, A. Lamb, K. Yamamoto, D. Ha (2018), Deep"
                + " learning for classical Japanese literature, arXiv:1812.01718;"
                + " doi:10.20676/00000341",
            "doi:10.20676/00000341"),
        10,
        GREY,
        List.of(
            Part.packed(
                "train-images-idx3-ubyte",
                images(TRAIN),
                "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
            Part.packed(
                "train-labels-idx1-ubyte",
                labels(TRAIN),
                "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
            Part.packed(
                "t10k-images-idx3-ubyte",
                images(TEST),
                "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
            Part.packed(
                "t10k-labels-idx1-ubyte",
                labels(TEST),
                "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c")),
        List.of());
  }

  private static ImageSet cifar10() {
    return new CifarSet(
        "cifar-10",
        new DataNote(
            "photographs of animals and vehicles, 32 x 32 RGB, 10 classes, 50 000 + 10 000 images",
            "none stated by the publisher",
            "A. Krizhevsky (2009), Learning multiple layers of features from tiny images,"
                + " University of Toronto",
            "A. Krizhevsky's CIFAR page at the University of Toronto (the binary version)"),
        10,
        new ImageShape(3, 32, 32),
        List.of(
            Part.of(
                "data_batch_1.bin",
                BATCH,
                "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
            Part.of(
                "data_batch_2.bin",
                BATCH,
                "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
            Part.of(
                "data_batch_3.bin",
                BATCH,
                "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
            Part.of(
                "data_batch_4.bin",
                BATCH,
                "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
            Part.of(
                "data_batch_5.bin",
                BATCH,
                "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
            Part.of(
                "test_batch.bin",
                BATCH,
                "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
        "cifar-10-binary.tar.gz",
        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd");
  }

  /**
   * Refuses a content that is known as a file of another set, where nothing else tells them apart.
   *
   * @param sha of the content
   * @param part what it should be
   */
  static void refuseAnothers(String sha, Part part, Path file) {
    for (ImageSet set : new PublishedSets().sets()) {
      for (Part other : set.parts()) {
        if (!other.equals(part) && other.content().filter(sha::equals).isPresent()) {
          throw new FormatException(
              file, "", "this is " + other.name() + " of " + set.name() + ", another data set");
        }
      }
    }
  }

  private static int images(int count) {
    return 16 + count * GREY.size();
  }

  private static int labels(int count) {
    return 8 + count;
  }
}
