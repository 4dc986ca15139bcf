package homeostat.kinds.dale.study;

import homeostat.lab.SweepCollector;
import java.nio.file.Path;
import java.util.List;

/** Figures and tables of sweeps over recurrent networks. */
public final class SequenceStudy implements SweepCollector {
  @Override
  public String kind() {
    return "dale-sequence";
  }

  @Override
  public List<String> collect(Path folder, List<String> repeats, List<Finished> cells) {
    return StudyFiles.write(folder, cells);
  }
}
