package homeostat.connectome;

/** What the rows of a matrix in a file are. */
public enum Orientation {
  /** Row i, column j is the connection from i to j: the way connectomes are held here. */
  ROWS_ARE_SENDERS,
  /** Row i, column j is the connection from j to i: read as its transpose. */
  COLUMNS_ARE_SENDERS
}
