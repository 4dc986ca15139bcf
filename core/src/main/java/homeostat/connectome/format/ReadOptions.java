package homeostat.connectome.format;

import homeostat.connectome.Orientation;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.brain.BrainOptions.Unknown;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decisions that change what a connectome file means. Each is recorded in the provenance.
 *
 * @param orientation what the rows of a matrix are; not given: {@link
 *     Orientation#ROWS_ARE_SENDERS}, recorded as the default
 * @param selfLoops whether connections of a node to itself are kept
 * @param signed whether negative weights are kept (and counted) or refused
 * @param layout what the lines of a text are
 * @param header whether the first line of a matrix as text holds names
 * @param array which array of an NPZ file with several; not given: the only one
 * @param edgeTypes the values of an edge list's type column to keep, in lower case; empty for all
 * @param minimum connections of a smaller absolute weight are dropped
 * @param counted whether the minimum holds for each row, or for the sum of equal connections
 * @param unknown what happens to senders whose transmitter has no sign, where a table names
 *     transmitters
 */
public record ReadOptions(
    Optional<Orientation> orientation,
    boolean selfLoops,
    boolean signed,
    Layout layout,
    Header header,
    Optional<String> array,
    Set<String> edgeTypes,
    double minimum,
    Counted counted,
    Unknown unknown) {

  /** What the lines of a text are. */
  public enum Layout {
    /** Connections, if the first line names sender and receiver; otherwise rows of a matrix. */
    AUTO,
    /** Rows of a matrix. */
    MATRIX,
    /** Connections: without a line of names sender, receiver, weight, sign or type. */
    EDGES,
    /** Connections as the published Bio2Art program lists them. */
    BIO2ART
  }

  /** The first line of a matrix as text. */
  public enum Header {
    /** Names, if it is not all numbers, or if there is one line more than columns. */
    AUTO,
    /** Names. */
    PRESENT,
    /** Weights. */
    ABSENT
  }

  /** Copies the set. */
  public ReadOptions {
    edgeTypes = Set.copyOf(edgeTypes);
  }

  /** Everything is kept, and nothing is known about the orientation. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        Optional.empty(),
        true,
        true,
        Layout.AUTO,
        Header.AUTO,
        Optional.empty(),
        Set.of(),
        0,
        Counted.AFTER,
        Unknown.EXCITE);
  }

  /** With an orientation. */
  public ReadOptions with(Orientation given) {
    return new ReadOptions(
        Optional.of(given),
        selfLoops,
        signed,
        layout,
        header,
        array,
        edgeTypes,
        minimum,
        counted,
        unknown);
  }

  /** With a decision about the lines of a text. */
  public ReadOptions with(Layout given) {
    return new ReadOptions(
        orientation, selfLoops, signed, given, header, array, edgeTypes, minimum, counted, unknown);
  }

  /** With a decision about the first line. */
  public ReadOptions with(Header given) {
    return new ReadOptions(
        orientation, selfLoops, signed, layout, given, array, edgeTypes, minimum, counted, unknown);
  }

  /** Dropping connections of a node to itself. */
  public ReadOptions withoutSelfLoops() {
    return new ReadOptions(
        orientation, false, signed, layout, header, array, edgeTypes, minimum, counted, unknown);
  }

  /** Refusing negative weights. */
  public ReadOptions unsigned() {
    return new ReadOptions(
        orientation, selfLoops, false, layout, header, array, edgeTypes, minimum, counted, unknown);
  }

  /** Reading a named array of an NPZ file. */
  public ReadOptions ofArray(String name) {
    return new ReadOptions(
        orientation,
        selfLoops,
        signed,
        layout,
        header,
        Optional.of(name),
        edgeTypes,
        minimum,
        counted,
        unknown);
  }

  /** Keeping the connections of some types only. */
  public ReadOptions ofEdgeTypes(Set<String> types) {
    return new ReadOptions(
        orientation, selfLoops, signed, layout, header, array, types, minimum, counted, unknown);
  }

  /** Dropping weak connections. */
  public ReadOptions from(double least, Counted when) {
    return new ReadOptions(
        orientation, selfLoops, signed, layout, header, array, edgeTypes, least, when, unknown);
  }

  /** With a decision about senders of unknown sign. */
  public ReadOptions with(Unknown given) {
    return new ReadOptions(
        orientation, selfLoops, signed, layout, header, array, edgeTypes, minimum, counted, given);
  }

  /** The same text for the same decisions, in every process. */
  String text() {
    return String.join(
        " ",
        orientation.toString(),
        Boolean.toString(selfLoops),
        Boolean.toString(signed),
        layout.name(),
        header.name(),
        array.toString(),
        new TreeSet<>(edgeTypes).toString(),
        Double.toString(minimum),
        counted.name(),
        unknown.name());
  }
}
