package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads GraphML (Brandes et al., Graph Drawing 2001), the first graph of a file: nodes by their id,
 * edges from source to target, undirected ones both ways. The weight is the edge attribute called
 * {@code weight}, or else as in edge lists ({@code count}, ...), the name of a node its attribute
 * {@code name} or {@code label}. Document types and entities are refused: nothing outside the file
 * is ever read.
 */
final class GraphMlReader {
  private static final String WEIGHT = "weight";
  private static final List<String> NAMES = List.of("name", "label");

  private final Path file;
  private final XMLStreamReader xml;
  private final Wire wire;
  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private Optional<String> weightName = Optional.empty();
  private boolean directed = true;
  private long undirected;
  private long unweighted;
  private long ignoredGraphs;

  private GraphMlReader(Path file, XMLStreamReader xml, Wire wire) {
    this.file = file;
    this.xml = xml;
    this.wire = wire;
  }

  /** An attribute that the file declares. */
  private record Key(String name, String of, Optional<String> usual) {
    boolean describes(String element) {
      return of.equals(element) || of.equals("all");
    }
  }

  /** An edge whose attributes are still to come. */
  private record Edge(int sender, int receiver, boolean directed, int line) {}

  static ReadWiring read(Path file, ReadOptions options, Dropped dropped) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (Reader in = XmlText.open(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      GraphMlReader reader = new GraphMlReader(file, xml, new Wire(file, options, dropped));
      try {
        return reader.read();
      } catch (XMLStreamException e) {
        throw broken(file, xml.getLocation(), e);
      }
    } catch (XMLStreamException e) {
      throw broken(file, e.getLocation(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  private static FormatException broken(
      Path file, @Nullable Location place, XMLStreamException cause) {
    String problem =
        switch (cause.getNestedException()) {
          case CharacterCodingException _ ->
              "the text near here is not in the encoding that it declares, or not UTF-8";
          case EOFException _ -> "the compressed data is cut off";
          case null, default ->
              String.valueOf(cause.getMessage()).replaceAll("(?s).*Message: ", "").strip();
        };
    FormatException fault =
        new FormatException(
            file,
            "line " + (place == null ? 1 : Math.max(1, place.getLineNumber())),
            "is no whole GraphML here (" + problem + "); export it again");
    fault.initCause(cause);
    return fault;
  }

  private ReadWiring read() throws XMLStreamException {
    boolean graph = false;
    boolean root = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.DTD) {
        throw fault("declares a document type, which is not read; remove the DOCTYPE");
      }
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = xml.getLocalName();
      if (!root && !element.equals("graphml")) {
        throw fault("starts with <" + element + ">; GraphML starts with <graphml>");
      }
      root = true;
      if (element.equals("key")) {
        key();
      } else if (element.equals("graph") && graph) {
        ignoredGraphs++;
        skip();
      } else if (element.equals("graph")) {
        graph = true;
        directed = !"undirected".equals(xml.getAttributeValue(null, "edgedefault"));
        graph();
      }
    }
    if (!graph) {
      throw fault("holds no <graph>");
    }
    return wire.read(nodes(), true, decided());
  }

  private void key() throws XMLStreamException {
    Key declared =
        new Key(
            String.valueOf(xml.getAttributeValue(null, "attr.name")),
            String.valueOf(xml.getAttributeValue(null, "for")),
            Optional.empty());
    String id = attribute("id");
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("key")) {
      if (xml.isStartElement() && xml.getLocalName().equals("default")) {
        declared = new Key(declared.name, declared.of, Optional.of(xml.getElementText().strip()));
      }
    }
    keys.put(id, declared);
  }

  private void graph() throws XMLStreamException {
    weightName =
        edgeAttributes()
            .filter(EdgeColumns::isWeight)
            .min(Comparator.comparing(name -> !name.equalsIgnoreCase(WEIGHT)));
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("graph")) {
      if (!xml.isStartElement()) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "node" -> node();
        case "edge" -> edge();
        case "hyperedge" ->
            throw fault("has a hyperedge; a connection has one sender and receiver");
        default -> skip();
      }
    }
  }

  private void node() throws XMLStreamException {
    String id = attribute("id");
    if (numbers.putIfAbsent(id, ids.size()) != null) {
      throw fault("node '" + id + "' is there twice; rename one of them");
    }
    ids.add(id);
    Map<String, String> data = data("node");
    NAMES.stream()
        .map(data::get)
        .filter(name -> name != null && !name.isEmpty())
        .findFirst()
        .ifPresent(name -> names.put(id, name));
  }

  private void edge() throws XMLStreamException {
    String given = xml.getAttributeValue(null, "directed");
    Edge edge =
        new Edge(
            end("source"),
            end("target"),
            given == null ? directed : given.equals("true"),
            xml.getLocation().getLineNumber());
    Map<String, String> data = data("edge");
    String text = weightName.map(data::get).orElse(null);
    unweighted += text == null ? 1 : 0;
    double weight = text == null ? 1 : number(text);
    Dropped.Place place = () -> "line " + edge.line;
    wire.add(edge.sender, edge.receiver, weight, place);
    if (!edge.directed && edge.sender != edge.receiver) {
      undirected++;
      wire.add(edge.receiver, edge.sender, weight, place);
    }
  }

  private int end(String which) {
    String id = attribute(which);
    Integer number = numbers.get(id);
    if (number == null) {
      throw fault(
          "the " + which + " '" + id + "' of an edge is no node of the graph; nodes come first");
    }
    return number;
  }

  private double number(String text) {
    try {
      return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      FormatException fault = fault("the weight is '" + text + "', not a number");
      fault.initCause(e);
      throw fault;
    }
  }

  /** The attributes within a node or an edge, by name, defaults among them. */
  private Map<String, String> data(String element) throws XMLStreamException {
    Map<String, String> data = new HashMap<>();
    keys.values().stream()
        .filter(key -> key.describes(element))
        .forEach(key -> key.usual.ifPresent(value -> data.put(key.name, value)));
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals(element)) {
      if (xml.isStartElement() && xml.getLocalName().equals("data")) {
        Key key = keys.get(attribute("key"));
        if (key == null) {
          throw fault("an attribute of key '" + attribute("key") + "' that no <key> declares");
        }
        data.put(key.name, xml.getElementText().strip());
      } else if (xml.isStartElement()) {
        skip();
      }
    }
    return data;
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw fault("<" + xml.getLocalName() + "> has no " + name);
    }
    return value.strip();
  }

  /** Names where every node has one of its own; else the ids, as numbers where they are numbers. */
  private Nodes nodes() {
    Set<String> distinct = new HashSet<>(names.values());
    if (names.size() == ids.size() && distinct.size() == ids.size()) {
      return new Nodes.Named(ids.stream().map(id -> names.getOrDefault(id, id)).toList());
    }
    return Nodes.of(ids);
  }

  private Stream<String> edgeAttributes() {
    return keys.values().stream().filter(key -> key.describes("edge")).map(Key::name);
  }

  private Provenance decided() {
    String weight = weightName.map(name -> ", weight '" + name + "'").orElse("");
    Provenance p = Provenance.none().note("GraphML: source sends to target" + weight, ids.size());
    List<String> others =
        edgeAttributes().filter(name -> !weightName.equals(Optional.of(name))).toList();
    if (weightName.isEmpty() && !others.isEmpty()) {
      p = p.warn("no attribute of edges is called weight, but there are " + others, others.size());
    }
    p = undirected == 0 ? p : p.note("undirected edges, made a connection each way", undirected);
    p = unweighted == 0 ? p : p.note("edges without a weight, which weigh 1", unweighted);
    return ignoredGraphs == 0 ? p : p.warn("further graphs of the file left out", ignoredGraphs);
  }

  private FormatException fault(String problem) {
    return new FormatException(file, "line " + xml.getLocation().getLineNumber(), problem);
  }
}
