package homeostat.kinds.lyapunov.connectome;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the folder of a region of interest as the published programs have it. */
public final class RegionFolder {
  private static final String TRANSMITTERS = "neurotransmitter_assignments";
  private static final String FIBRES = "cell_body_fiber_assignments";

  private RegionFolder() {}

  /**
   * Reads it.
   *
   * @param rowsSend whether the rows of the adjacency are senders
   */
  public static LabelledWiring read(Path folder, boolean rowsSend) {
    if (!Files.isDirectory(folder)) {
      throw new FormatException(folder, "", "is no folder; give that of a region of interest");
    }
    Path file = folder.resolve("adjacency_scc.npy");
    NdArray adjacency = Npy.read(file);
    int[] shape = adjacency.shape();
    if (shape.length != 2 || shape[0] != shape[1]) {
      throw new FormatException(
          file, "", "has shape " + java.util.Arrays.toString(shape) + "; it must be square");
    }
    int n = shape[0];
    double[] counts = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = adjacency.at(rowsSend ? j * n + i : i * n + j);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
          throw new FormatException(
              file,
              "[" + (rowsSend ? j : i) + "][" + (rowsSend ? i : j) + "]",
              "is " + value + "; synapse counts are not negative");
        }
        counts[i * n + j] = value;
      }
    }
    Path types = folder.resolve("ei_neuron_types.npy");
    int[] excitatory = Files.exists(types) ? sized(types, n).toInts() : new int[0];
    Path names = folder.resolve("nid_scc.npy");
    List<String> ids = new ArrayList<>();
    NdArray numbers = Files.exists(names) ? sized(names, n) : new NdArray.I8(new long[0], 0);
    for (int i = 0; i < n; i++) {
      ids.add(numbers instanceof NdArray.I8 a && a.size() == n ? "" + a.data()[i] : "" + i);
    }
    return new LabelledWiring(
        n,
        counts,
        excitatory,
        labels(folder, TRANSMITTERS, ids),
        labels(folder, FIBRES, ids),
        List.copyOf(ids),
        "region " + folder.getFileName());
  }

  private static NdArray sized(Path file, int n) {
    NdArray array = Npy.read(file);
    if (array.size() != n) {
      throw new FormatException(
          file, "", "has " + array.size() + " values, but the adjacency has " + n + " neurons");
    }
    return array;
  }

  private static List<String> labels(Path folder, String name, List<String> ids) {
    Path csv = folder.resolve(name + ".csv");
    Path json = folder.resolve(name + ".json");
    Path pickle = folder.resolve(name + ".pkl");
    Map<String, String> byId;
    if (Files.exists(csv)) {
      byId = ofCsv(csv);
    } else if (Files.exists(json)) {
      byId = ofJson(json);
    } else if (Files.exists(pickle)) {
      throw new FormatException(
          pickle,
          "",
          "is a pickle, which only Python reads; convert it once: python -c \"import pickle,json;"
              + " d=pickle.load(open('"
              + pickle.getFileName()
              + "','rb')); json.dump({str(k):v for k,v in d.items()},open('"
              + json.getFileName()
              + "','w'))\"");
    } else {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    for (String id : ids) {
      out.add(byId.getOrDefault(id, "neither"));
    }
    return out;
  }

  private static Map<String, String> ofCsv(Path file) {
    Map<String, String> out = new HashMap<>();
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        String[] cells = lines.get(i).split("[,\t]", -1);
        boolean header = i == 0 && !cells[0].strip().matches("-?[0-9]+");
        if (!lines.get(i).isBlank() && !header) {
          if (cells.length != 2) {
            throw new FormatException(
                file, "line " + (i + 1), "has " + cells.length + " cells, not id and label");
          }
          out.put(cells[0].strip(), cells[1].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static Map<String, String> ofJson(Path file) {
    Map<String, String> out = new HashMap<>();
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      for (Map.Entry<String, JsonNode> entry : root.properties()) {
        out.put(entry.getKey(), entry.getValue().asText());
      }
    } catch (JacksonException e) {
      throw new FormatException(file, "", "is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
