package homeostat.connectome.packed;

import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Positions;
import homeostat.connectome.Provenance;
import homeostat.connectome.Signs;
import homeostat.kernel.Csr;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a packed connectome holds beside its connections, in a fixed order. */
final class PackedText {
  private PackedText() {}

  static void write(DataOutputStream out, Connectome connectome, Origin origin) throws IOException {
    out.writeInt(origin.sources().size());
    for (Origin.Source source : origin.sources()) {
      PackedOutput.text(out, source.name());
      out.writeLong(source.bytes());
      out.writeLong(source.changed());
    }
    PackedOutput.text(out, origin.options());
    switch (connectome.nodes()) {
      case Nodes.Numbered _ -> out.writeByte('#');
      case Nodes.Named n -> {
        out.writeByte('a');
        for (String name : n.names()) {
          PackedOutput.text(out, name);
        }
      }
      case Nodes.Identified n -> {
        out.writeByte('i');
        for (long id : n.ids()) {
          out.writeLong(id);
        }
      }
    }
    out.writeInt(connectome.types().names().size());
    for (String name : connectome.types().names()) {
      PackedOutput.text(out, name);
    }
    integers(out, connectome.types().index());
    out.writeInt(connectome.assemblies().map(Assemblies::count).orElse(-1));
    if (connectome.assemblies().isPresent()) {
      integers(out, connectome.assemblies().get().ids());
    }
    out.writeBoolean(connectome.signs().isPresent());
    if (connectome.signs().isPresent()) {
      integers(out, connectome.signs().get().values());
    }
    out.writeBoolean(connectome.positions().isPresent());
    if (connectome.positions().isPresent()) {
      for (double coordinate : connectome.positions().get().coordinates()) {
        out.writeDouble(coordinate);
      }
      PackedOutput.text(out, connectome.positions().get().unit());
    }
    PackedOutput.provenance(out, connectome.provenance());
  }

  static Origin origin(DataInputStream in) throws IOException {
    List<Origin.Source> sources = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      sources.add(new Origin.Source(text(in), in.readLong(), in.readLong()));
    }
    return new Origin(sources, text(in));
  }

  static Connectome read(DataInputStream in, Csr weights) throws IOException {
    int n = weights.rows();
    origin(in);
    Nodes nodes =
        switch (in.readByte()) {
          case 'a' -> new Nodes.Named(texts(in, n));
          case 'i' -> new Nodes.Identified(longs(in, n));
          default -> new Nodes.Numbered(n);
        };
    CellTypes types = new CellTypes(texts(in, in.readInt()), integers(in, n));
    int assemblies = in.readInt();
    Optional<Assemblies> groups =
        assemblies < 0
            ? Optional.empty()
            : Optional.of(new Assemblies(assemblies, integers(in, n)));
    Optional<Signs> signs =
        in.readBoolean() ? Optional.of(new Signs(integers(in, n))) : Optional.empty();
    Optional<Positions> positions =
        in.readBoolean()
            ? Optional.of(new Positions(doubles(in, 3 * n), text(in)))
            : Optional.empty();
    Provenance provenance = Provenance.none();
    for (int i = in.readInt(); i > 0; i--) {
      provenance = provenance.from(text(in), text(in));
    }
    List<Provenance.Decision> decisions = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      decisions.add(new Provenance.Decision(text(in), in.readLong(), in.readBoolean()));
    }
    return new Connectome(
        nodes,
        types,
        weights,
        groups,
        signs,
        positions,
        new Provenance(provenance.sources(), decisions));
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static List<String> texts(DataInputStream in, int count) throws IOException {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return texts;
  }

  private static void integers(DataOutputStream out, int[] values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] integers(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static long[] longs(DataInputStream in, int count) throws IOException {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
