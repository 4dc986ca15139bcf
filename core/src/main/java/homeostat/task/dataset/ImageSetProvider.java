package homeostat.task.dataset;

import java.util.List;

/** A service that adds data sets: a jar names its provider in {@code META-INF/services}. */
public interface ImageSetProvider {

  /** The data sets. */
  List<ImageSet> sets();
}
