package homeostat.kinds.disinhibition.teacher;

import homeostat.array.Arrays;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Row;
import java.util.ArrayList;
import java.util.List;

/** All that outlives an epoch of {@link TeacherExperiment}. */
final class TeacherState {
  double[] teacher;

  /** One a rule. */
  final List<double[]> students;

  /** Outputs before training, [time][output] a student; the last is the teacher's. */
  final List<double[]> before = new ArrayList<>();

  final EpochTable epochs = new EpochTable();
  Row last = new Row();

  TeacherState(double[] teacher, List<double[]> students) {
    this.teacher = teacher;
    this.students = students;
  }

  Arrays save() {
    Arrays.Builder saved =
        Arrays.builder().put("teacher", teacher.clone()).putAll("epochs/", epochs.save());
    for (int i = 0; i < students.size(); i++) {
      saved.put("student/" + i, students.get(i).clone());
    }
    for (int i = 0; i < before.size(); i++) {
      saved.put("before/" + i, before.get(i).clone());
    }
    last.asMap()
        .forEach((name, value) -> {
          if (value instanceof Double number) {
            saved.put("last/" + name, new double[] {number});
          }
        });
    return saved.build();
  }

  void load(Arrays saved) {
    teacher = saved.doubles("teacher").clone();
    for (int i = 0; i < students.size(); i++) {
      students.set(i, saved.doubles("student/" + i).clone());
    }
    before.clear();
    for (int i = 0; saved.names().contains("before/" + i); i++) {
      before.add(saved.doubles("before/" + i).clone());
    }
    epochs.load(saved.below("epochs/"));
    last = new Row();
    Arrays numbers = saved.below("last/");
    numbers.names().forEach(name -> last.put(name, numbers.doubles(name)[0]));
  }
}
