package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.table.PlainColumns;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which columns of an edge list hold what, found by name: case, blanks and underscores are ignored.
 *
 * @param sender position
 * @param receiver position
 * @param indexed sender and receiver are row numbers from 0, not ids
 * @param weight position; none: every row weighs 1
 * @param sign position, where there is one
 * @param type position, where there is one
 */
record EdgeColumns(
    int sender,
    int receiver,
    boolean indexed,
    Optional<Integer> weight,
    Optional<Integer> sign,
    Optional<Integer> type) {
  private static final List<String> SENDERS =
      List.of(
          "pre",
          "preid",
          "prerootid",
          "preptrootid",
          "bodyidpre",
          "presynapticid",
          "presynaptic",
          "source",
          "src",
          "from",
          "sender");
  private static final List<String> RECEIVERS =
      List.of(
          "post",
          "postid",
          "postrootid",
          "postptrootid",
          "bodyidpost",
          "postsynapticid",
          "postsynaptic",
          "target",
          "tgt",
          "to",
          "receiver");
  private static final List<String> SENDER_INDICES = List.of("presynapticindex", "preindex");
  private static final List<String> RECEIVER_INDICES = List.of("postsynapticindex", "postindex");
  private static final List<String> WEIGHTS =
      List.of(
          "weight",
          "excitatoryxconnectivity",
          "syncount",
          "synapsecount",
          "synapses",
          "nsyn",
          "count",
          "connectivity",
          "w");
  private static final List<String> SIGNS = List.of("sign");
  private static final List<String> TYPES = List.of("type", "synapsetype", "edgetype");

  /** Whether these are the column names of an edge list. */
  static boolean areNamedBy(List<String> header) {
    return (find(header, SENDERS).isPresent() && find(header, RECEIVERS).isPresent())
        || (find(header, SENDER_INDICES).isPresent() && find(header, RECEIVER_INDICES).isPresent());
  }

  /** Whether something is called as weights are. */
  static boolean isWeight(String name) {
    return WEIGHTS.contains(plain(name));
  }

  static EdgeColumns of(Path file, List<String> header) {
    Optional<Integer> sender = find(header, SENDERS);
    Optional<Integer> receiver = find(header, RECEIVERS);
    boolean indexed = sender.isEmpty() || receiver.isEmpty();
    if (indexed) {
      sender = find(header, SENDER_INDICES);
      receiver = find(header, RECEIVER_INDICES);
    }
    if (sender.isEmpty() || receiver.isEmpty()) {
      throw new FormatException(
          file,
          "line 1",
          "no columns for sender and receiver among " + header + "; name them pre and post");
    }
    return new EdgeColumns(
        sender.get(),
        receiver.get(),
        indexed,
        find(header, WEIGHTS),
        find(header, SIGNS),
        find(header, TYPES));
  }

  /** Of a table of ids and weights. */
  PlainColumns plain(int width, boolean headed) {
    return new PlainColumns(
        width,
        headed,
        sender,
        receiver,
        weight.orElse(-1),
        false,
        type.orElse(-1),
        sign.orElse(-1));
  }

  /** The columns of a table that are none of these. */
  List<String> unread(List<String> header) {
    Set<Integer> read = new HashSet<>(List.of(sender, receiver));
    Stream.of(weight, sign, type).flatMap(Optional::stream).forEach(read::add);
    return IntStream.range(0, header.size())
        .filter(at -> !read.contains(at))
        .mapToObj(header::get)
        .toList();
  }

  /** Of a list without a line of names: sender, receiver, weight, sign or type. */
  static EdgeColumns inOrder(Path file, int width) {
    if (width < 2 || width > 4) {
      throw new FormatException(
          file,
          "line 1",
          "has "
              + width
              + " columns; sender, receiver, weight and type are taken in this order. Name the"
              + " columns in a first line: pre,post,weight");
    }
    return new EdgeColumns(
        0,
        1,
        false,
        width > 2 ? Optional.of(2) : Optional.empty(),
        Optional.empty(),
        width > 3 ? Optional.of(3) : Optional.empty());
  }

  private static Optional<Integer> find(List<String> header, List<String> aliases) {
    List<String> plain = header.stream().map(EdgeColumns::plain).toList();
    return aliases.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }
}
