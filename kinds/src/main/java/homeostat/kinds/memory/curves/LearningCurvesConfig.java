package homeostat.kinds.memory.curves;

import homeostat.lab.config.Key;
import java.util.List;

/** Config of {@code learning-curves}. */
public record LearningCurvesConfig(@Key("What is drawn.") Section curves) {

  /** {@code [curves]}. */
  public record Section(
      @Key("Folders with results in the published layout (folder_index.txt, 0/, 1/, ...).")
          List<String> folders,
      @Key(value = "What each folder is called; without, its own name.", or = "[]")
          List<String> labels,
      @Key(value = "What the loss is called.", or = "\"loss\"") String ylabel) {}
}
