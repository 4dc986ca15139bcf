package homeostat.kinds.disinhibition;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.weights.Signs;
import homeostat.kinds.disinhibition.config.CircuitSection;
import homeostat.kinds.disinhibition.config.DatasetSection;
import homeostat.lab.config.Problems;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSets;
import java.util.List;

/** Images and layers that do not fit, or settings that the network has no use for. */
public final class NetworkChecks {
  private NetworkChecks() {}

  /** Tells of them. */
  public static void check(DatasetSection dataset, CircuitSection vf, Problems problems) {
    List<String> sets = ImageSets.installed().all().stream().map(ImageSet::name).toList();
    if (!sets.contains(dataset.set())) {
      problems.add(
          "dataset.name",
          "no data set '" + dataset.name() + "'; there are MNIST, FashionMNIST and " + sets);
    }
    int sizes = vf.sizesHidden().size();
    if (sizes == 0 || (sizes > 1 && sizes != vf.nbHidden())) {
      problems.add(
          "model.vf.sizes_hidden",
          "has "
              + sizes
              + " numbers for model.vf.nb_hidden = "
              + vf.nbHidden()
              + " layers; give one number, or one a layer");
    }
    if (!dataset.softTargets() && dataset.softTargetVal() != 0.99) {
      problems.warn("dataset.soft_target_val", "has no effect without dataset.soft_targets = true");
    }
    if (vf.constrainFf() != Signs.SPLIT && vf.interneurons() != 0.1) {
      problems.warn(
          "model.vf.interneurons", "has no effect without model.vf.constrain_ff = \"split\"");
    }
    otherCells(vf, problems);
  }

  /** Settings of cells that the network does not have: published command lines carry some. */
  private static void otherCells(CircuitSection vf, Problems problems) {
    SoftRectifier usual = SoftRectifier.SOFTPLUS;
    boolean plain = vf.activation().rectifier().equals(usual);
    boolean pairs =
        vf.excitatory().rectifier().equals(usual) && vf.inhibitory().rectifier().equals(usual);
    if (vf.pairs() && !plain) {
      problems.warn("model.vf.activation", "is of plain units; this network has pairs");
    }
    if (!vf.pairs() && !pairs) {
      problems.warn("model.vf.actE and actI", "are of pairs; this network has plain units");
    }
  }
}
