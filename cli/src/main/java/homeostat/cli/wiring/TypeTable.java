package homeostat.cli.wiring;

import homeostat.array.AtomicFile;
import homeostat.connectome.measure.TypeLinks;
import homeostat.lab.record.Csv;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Every pair of cell types with connections, one a line of a table. */
final class TypeTable {
  private TypeTable() {}

  /**
   * Writes the table.
   *
   * @param names [type]
   */
  static void write(Path file, List<String> names, TypeLinks links) {
    int[] nodes = links.nodes();
    AtomicFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write("from,to,nodes_from,nodes_to,connections,density\n");
          for (int p = 0; p < nodes.length; p++) {
            long[] row = links.from(p);
            for (int q = 0; q < row.length; q++) {
              if (row[q] > 0) {
                text.write(
                    Csv.line(
                        List.of(
                            names.get(p),
                            names.get(q),
                            Integer.toString(nodes[p]),
                            Integer.toString(nodes[q]),
                            Long.toString(row[q]),
                            Csv.cell(links.density(p, q, row[q])))));
              }
            }
          }
          text.flush();
        });
  }
}
