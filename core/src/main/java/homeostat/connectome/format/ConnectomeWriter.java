package homeostat.connectome.format;

import homeostat.array.AtomicFile;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Positions;
import homeostat.kernel.Csr;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes connectomes; every file is written as a whole or not at all. */
public final class ConnectomeWriter {
  /** The earliest time a zip archive can hold; the real one would make equal content differ. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ConnectomeWriter() {}

  /**
   * An edge list with the columns {@code pre,post,weight}, by ascending sender, then receiver.
   * Nodes without connections, cell types and assemblies are not in it: {@link #npz} keeps them.
   */
  public static void edgeList(Path file, Connectome connectome) {
    AtomicFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write("pre,post,weight\n");
          Csr w = connectome.weights();
          for (int i = 0; i < w.rows(); i++) {
            String pre = quoted(connectome.nodes().label(i));
            for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
              text.write(pre);
              text.write(',');
              text.write(quoted(connectome.nodes().label(w.columns()[e])));
              text.write(',');
              text.write(Float.toString(w.values()[e]));
              text.write('\n');
            }
          }
          text.flush();
        });
  }

  /**
   * An NPZ file whose {@code data, indices, indptr, shape, format} SciPy's {@code load_npz} reads
   * as a CSR matrix, rows senders; beside them node ids or names, cell types, assemblies, signs and
   * positions. {@link ConnectomeReader} gives back all but the provenance.
   */
  public static void npz(Path file, Connectome connectome) {
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          Csr w = connectome.weights();
          put(zip, "data", new NdArray.F4(w.values(), w.entries()));
          put(zip, "indices", new NdArray.I4(w.columns(), w.entries()));
          put(zip, "indptr", new NdArray.I4(w.offsets(), w.rows() + 1));
          put(zip, "shape", new NdArray.I8(new long[] {w.rows(), w.cols()}, 2));
          entry(zip, "format", () -> NpyText.write(zip, "csr"));
          CellTypes types = connectome.types();
          put(zip, ArchiveExtras.TYPES, new NdArray.I4(types.index(), types.nodes()));
          entry(zip, ArchiveExtras.TYPE_NAMES, () -> NpyText.write(zip, types.names()));
          switch (connectome.nodes()) {
            case Nodes.Identified n -> put(zip, "node_ids", new NdArray.I8(n.ids(), n.count()));
            case Nodes.Named n -> entry(zip, "node_names", () -> NpyText.write(zip, n.names()));
            case Nodes.Numbered n -> {}
          }
          if (connectome.assemblies().isPresent()) {
            int[] ids = connectome.assemblies().get().ids();
            put(zip, ArchiveExtras.ASSEMBLIES, new NdArray.I4(ids, ids.length));
          }
          if (connectome.signs().isPresent()) {
            int[] signs = connectome.signs().get().values();
            put(zip, ArchiveExtras.SIGNS, new NdArray.I4(signs, signs.length));
          }
          if (connectome.positions().isPresent()) {
            Positions p = connectome.positions().get();
            put(zip, ArchiveExtras.POSITIONS, new NdArray.F8(p.coordinates(), p.nodes(), 3));
            entry(zip, ArchiveExtras.POSITION_UNIT, () -> NpyText.write(zip, List.of(p.unit())));
          }
          zip.finish();
        });
  }

  /** A dense matrix of 32-bit floats, rows senders; absent connections are 0. */
  public static void dense(Path file, Connectome connectome) {
    int n = connectome.size();
    Npy.write(file, new NdArray.F4(NetworkStructureFile.dense(connectome.weights()), n, n));
  }

  private interface Body {
    void write() throws IOException;
  }

  private static void put(ZipOutputStream zip, String name, NdArray array) throws IOException {
    entry(zip, name, () -> Npy.write((OutputStream) zip, array));
  }

  private static void entry(ZipOutputStream zip, String name, Body body) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    body.write();
    zip.closeEntry();
  }

  private static String quoted(String label) {
    boolean plain = label.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\t');
    return plain ? label : '"' + label.replace("\"", "\"\"") + '"';
  }
}
