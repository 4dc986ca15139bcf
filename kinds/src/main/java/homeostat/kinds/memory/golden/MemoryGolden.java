package homeostat.kinds.memory.golden;

import homeostat.lab.verify.GoldenSuite;
import java.util.Map;
import java.util.TreeMap;

/** The golden cases of working memory in recurrent networks. */
public final class MemoryGolden implements GoldenSuite {

  @Override
  public String subject() {
    return "working-memory";
  }

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public Map<String, Computation> kinds() {
    Map<String, Computation> kinds = new TreeMap<>();
    kinds.put("rnn", NetworkCases::network);
    kinds.put("training", TrainingCases::training);
    kinds.put("split", SplitCases::split);
    kinds.put("task", TaskCases::trials);
    kinds.put("util", WeightCases::rescaled);
    kinds.put("remap", WeightCases::remapped);
    kinds.put("init", WeightCases::halfWidths);
    kinds.put("bio2art", MappingCases::mapped);
    kinds.put("bio2art-random", MappingCases::random);
    kinds.put("null-model", MappingCases::shuffled);
    kinds.put("analysis", AnalysisCases::analysis);
    kinds.put("metrics", AnalysisCases::metrics);
    kinds.put("config", ConfigCases::config);
    return kinds;
  }
}
