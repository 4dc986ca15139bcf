package homeostat.kinds.disinhibition.golden;

import homeostat.lab.verify.GoldenSuite;
import java.util.Map;
import java.util.TreeMap;

/** The golden cases of the disinhibition subject. */
public final class DisinhibitionGolden implements GoldenSuite {

  @Override
  public String subject() {
    return "disinhibition";
  }

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public Map<String, Computation> kinds() {
    Map<String, Computation> kinds = new TreeMap<>();
    kinds.put("activation", ScalarCases::activation);
    kinds.put("loss", ScalarCases::loss);
    kinds.put("controller", ScalarCases::controller);
    kinds.put("data", ScalarCases::targets);
    kinds.put("optimizer", ScalarCases::optimiser);
    kinds.put("vector_field", FieldCases::vectorField);
    kinds.put("feedback_weights", FieldCases::feedbackWeights);
    kinds.put("equilibrium", SteadyCases::equilibrium);
    kinds.put("solver", SteadyCases::solver);
    kinds.put("gradient", LearningCases::gradient);
    kinds.put("training", LearningCases::training);
    kinds.put("microcircuit", CurveCases::microcircuit);
    kinds.put("alternative_models", CurveCases::alternativeModels);
    kinds.put("student_teacher", TeacherCases::studentTeacher);
    return kinds;
  }
}
