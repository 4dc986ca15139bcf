package homeostat.kinds.dale;

import homeostat.kinds.Rehearsal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs on images of 4 x 5 pixels, without a folder. */
record TinyRuns(Path dir) {

  Rehearsal.End run(String kind, String settings, int threads, long stop) {
    List<String> all = new ArrayList<>(List.of(settings.split(" (?=[a-z])")));
    all.add("train.dataset=tiny-images");
    all.add("data.dir=" + dir);
    return new Rehearsal(kind, all).end(threads, stop);
  }
}
