package homeostat.cli.wiring;

import homeostat.array.AtomicFile;
import homeostat.connectome.Dropped;
import homeostat.lab.record.Csv;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A table of every row that was left out of a file, with its reason. */
final class DroppedRows implements Dropped {
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();

  DroppedRows() {
    again();
  }

  @Override
  public void tell(Place place, String reason) {
    add(place.name(), reason);
  }

  @Override
  public void again() {
    rows.reset();
    add("place", "reason");
  }

  private void add(String place, String reason) {
    rows.writeBytes(Csv.line(List.of(place, reason)).getBytes(StandardCharsets.UTF_8));
  }

  void write(Path file) {
    AtomicFile.write(file, rows::writeTo);
  }
}
