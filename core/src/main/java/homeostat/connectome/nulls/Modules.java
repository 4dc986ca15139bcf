package homeostat.connectome.nulls;

import homeostat.connectome.Assemblies;
import homeostat.connectome.Connectome;
import java.util.Arrays;

/** What the modules of a connectome are. */
public sealed interface Modules {

  /** [node] number of its module, 0 and up. */
  int[] of(Connectome connectome);

  /** What they are, in a word or two. */
  String what(Connectome connectome);

  /**
   * What is known of the nodes: their types (regions, of neurons mapped from such) where there are
   * at least two and fewer than nodes, else their assemblies (nodes of none are a module); what is
   * {@link Found} where neither is known.
   */
  record Known() implements Modules {
    @Override
    public int[] of(Connectome connectome) {
      return chosen(connectome).of(connectome);
    }

    @Override
    public String what(Connectome connectome) {
      return chosen(connectome).what(connectome);
    }

    private static Modules chosen(Connectome connectome) {
      int[] types = connectome.types().index();
      if (divides(types)) {
        return new Given(types, "cell types");
      }
      int[] assemblies =
          connectome
              .assemblies()
              .map(Assemblies::ids)
              .map(ids -> Arrays.stream(ids).map(id -> id + 1).toArray())
              .orElse(types);
      return divides(assemblies) ? new Given(assemblies, "assemblies") : new Found();
    }

    private static boolean divides(int[] modules) {
      long different = Arrays.stream(modules).distinct().count();
      return different > 1 && different < modules.length;
    }
  }

  /** Those that {@link ModularitySearch} finds in the absolute weights. */
  record Found() implements Modules {
    @Override
    public int[] of(Connectome connectome) {
      return ModularitySearch.modules(connectome.weights());
    }

    @Override
    public String what(Connectome connectome) {
      return "found by modularity";
    }
  }

  /**
   * Some partition.
   *
   * @param modules [node] number of its module, 0 and up
   * @param name what they are
   */
  record Given(int[] modules, String name) implements Modules {
    /** Checks that no number is negative. */
    public Given {
      if (Arrays.stream(modules).anyMatch(module -> module < 0)) {
        throw new IllegalArgumentException("numbers of modules must be 0 or more");
      }
    }

    @Override
    public int[] of(Connectome connectome) {
      if (modules.length != connectome.size()) {
        throw new IllegalArgumentException(
            name + ": " + modules.length + " modules for " + connectome.size() + " nodes");
      }
      return modules;
    }

    @Override
    public String what(Connectome connectome) {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Given that
          && name.equals(that.name)
          && Arrays.equals(modules, that.modules);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.hashCode(modules);
    }
  }
}
