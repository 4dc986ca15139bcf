package homeostat.kinds.disinhibition.alignment;

import homeostat.disinhibition.feedback.Jacobian;
import homeostat.kinds.disinhibition.config.StudySection;
import homeostat.kinds.disinhibition.config.TrainerSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One comparison.
 *
 * @param rule the rule
 * @param jacobian what feedback weights are made of
 * @param norm their norm; 0 leaves them as they are
 * @param gain K of c = K e
 */
record AlignmentCase(TrainerSection.Form rule, Jacobian jacobian, double norm, double gain) {

  static List<AlignmentCase> all(StudySection study) {
    List<AlignmentCase> cases = new ArrayList<>();
    for (TrainerSection.Form rule : study.rules()) {
      for (Jacobian jacobian : study.jacobians()) {
        for (double norm : study.norms()) {
          for (double gain : study.gains()) {
            cases.add(new AlignmentCase(rule, jacobian, norm, gain));
          }
        }
      }
    }
    return cases;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The panel it belongs to. */
  String panel() {
    return word(rule) + (jacobian == Jacobian.FEEDFORWARD ? ", plain" : ", corrected");
  }

  /** How its curve is named. */
  String curve() {
    if (norm == 0) {
      return "norm as it is";
    }
    return "norm " + (norm == Math.rint(norm) ? Long.toString((long) norm) : norm);
  }
}
