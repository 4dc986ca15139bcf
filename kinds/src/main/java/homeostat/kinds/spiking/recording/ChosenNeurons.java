package homeostat.kinds.spiking.recording;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Neurons that a user names: numbers, ranges and cell types, joined by commas. */
public final class ChosenNeurons {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  private ChosenNeurons() {}

  /**
   * The neurons, ascending, each once.
   *
   * @param types names of the cell types
   * @param cellTypes [neuron] cell type
   * @throws IllegalArgumentException naming what is neither, or lies outside of the network
   */
  public static int[] of(String words, List<String> types, int[] cellTypes) {
    TreeSet<Integer> chosen = new TreeSet<>();
    for (String word : words.split(",", -1)) {
      String name = word.strip();
      Matcher range = RANGE.matcher(name);
      if (types.contains(name)) {
        int type = types.indexOf(name);
        IntStream.range(0, cellTypes.length).filter(n -> cellTypes[n] == type).forEach(chosen::add);
      } else if (range.matches()) {
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (from > to || to >= cellTypes.length) {
          throw new IllegalArgumentException(
              "\"" + name + "\" is no range of the neurons 0.." + (cellTypes.length - 1));
        }
        IntStream.rangeClosed(from, to).forEach(chosen::add);
      } else {
        throw new IllegalArgumentException(
            "\"" + name + "\" is neither a neuron, nor a range such as 0..9, nor one of " + types);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The neurons, or without words those that figures look into. */
  public static int[] orProbed(
      String words, List<String> types, homeostat.spiking.SpikingNetwork network) {
    return words.isBlank() ? sorted(Probes.cells(network)) : of(words, types, network.cellTypes());
  }

  private static int[] sorted(int[] cells) {
    Arrays.sort(cells);
    return cells;
  }
}
