package homeostat.connectome;

import java.util.Arrays;

/**
 * Nodes partitioned into the sets between which blocks are drawn: group = assembly * types + type.
 *
 * @param of [node] the group, or -1 for a node that takes no part
 * @param types number of cell types
 * @param members [group][...] nodes, ascending
 */
record Groups(int[] of, int types, int[][] members) {

  /** One group a cell type. */
  static Groups byType(CellTypes types) {
    return partition(types.index().clone(), types.names().size(), types.names().size());
  }

  /** One group for each cell type of each assembly. */
  static Groups byAssembly(CellTypes types, Assemblies assemblies) {
    int kinds = types.names().size();
    int[] of = new int[types.nodes()];
    for (int i = 0; i < of.length; i++) {
      int a = assemblies.ids()[i];
      of[i] = a < 0 ? -1 : a * kinds + types.index()[i];
    }
    return partition(of, kinds, kinds * assemblies.count());
  }

  private static Groups partition(int[] of, int types, int groups) {
    int[] sizes = new int[groups];
    for (int g : of) {
      if (g >= 0) {
        sizes[g]++;
      }
    }
    int[][] members = new int[groups][];
    Arrays.setAll(members, g -> new int[sizes[g]]);
    int[] at = new int[groups];
    for (int i = 0; i < of.length; i++) {
      if (of[i] >= 0) {
        members[of[i]][at[of[i]]++] = i;
      }
    }
    return new Groups(of, types, members);
  }

  int count() {
    return members.length;
  }

  int type(int group) {
    return group % types;
  }

  int assembly(int group) {
    return group / types;
  }
}
