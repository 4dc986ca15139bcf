package homeostat.task.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The data sets that jars on the class path provide. */
public final class ImageSets {
  private final TreeMap<String, ImageSet> byName = new TreeMap<>();

  /** Of these providers; two sets of one name are a {@link DataException}. */
  public ImageSets(Iterable<ImageSetProvider> providers) {
    for (ImageSetProvider provider : providers) {
      for (ImageSet set : provider.sets()) {
        if (byName.putIfAbsent(set.name(), set) != null) {
          throw new DataException(
              "data set '"
                  + set.name()
                  + "' is provided twice, at last by "
                  + provider.getClass().getName()
                  + ": take one jar off the class path");
        }
      }
    }
  }

  /** Those on the class path. */
  public static ImageSets installed() {
    return new ImageSets(ServiceLoader.load(ImageSetProvider.class));
  }

  /** All, by name. */
  public Collection<ImageSet> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The set of a name; an unknown name is a {@link DataException} that lists the known ones. */
  public ImageSet named(String name) {
    ImageSet set = byName.get(name);
    if (set == null) {
      throw new DataException("no data set '" + name + "'; there are " + byName.keySet());
    }
    return set;
  }
}
