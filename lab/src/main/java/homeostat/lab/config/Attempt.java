package homeostat.lab.config;

import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document and arguments, read as a config of one kind. */
final class Attempt<C extends Record> {
  private static final String GRID =
      "describes a sweep, and one run takes no notice of it; `homeostat sweep` does";

  private final Kind<C> kind;
  private final Schema schema;
  private final Schema run = Schema.of(RunSettings.class);
  private final Findings findings;
  private final Merge merge;
  private final Optional<Values.Bound> config;
  private final Optional<Values.Bound> settings;

  Attempt(Kind<C> kind, Document document, List<Argument> arguments) {
    this.kind = kind;
    this.schema = Kinds.schema(kind);
    List<SchemaKey> known = new ArrayList<>(schema.keys());
    known.addAll(run.keysUnder(KeyPath.of("run")));
    this.findings = new Findings(document.name(), new Known(known));
    this.merge = new Merge(schema, run, findings);
    Node.Section root = merge.all(document.root(), arguments);
    this.settings = settings(root);
    root.find(KeyPath.of("grid")).ifPresent(grid -> findings.warn(grid.origin(), "grid", GRID));
    for (String reserved : ConfigLoader.RESERVED) {
      root = root.without(KeyPath.of(reserved));
    }
    this.config = new Binder(findings).bind(schema, root, "");
  }

  private Optional<Values.Bound> settings(Node.Section root) {
    Node node = root.find(KeyPath.of("run")).orElse(Node.Section.empty());
    if (node instanceof Node.Section section) {
      return new Binder(findings).bind(run, section, "run");
    }
    String message = "found " + TomlText.write(node) + ", expected a section";
    findings.add(node.origin(), KeyPath.of("run"), message);
    return Optional.empty();
  }

  /** Whether the key of an argument holds a list. */
  boolean takesList(Argument argument) {
    return type(argument).filter(Type.Many.class::isInstance).isPresent();
  }

  /** Whether the key of an argument holds a whole number. */
  boolean takesWhole(Argument argument) {
    return type(argument).filter(Type.Whole.class::isInstance).isPresent();
  }

  private Optional<Type> type(Argument argument) {
    KeyPath path = merge.canonical(argument.path());
    KeyPath shared = KeyPath.of("run");
    return path.within(shared)
        ? run.type(path.moved(shared, KeyPath.ROOT), argument.indices().size())
        : schema.type(path, argument.indices().size());
  }

  Kind<C> kind() {
    return kind;
  }

  Findings findings() {
    return findings;
  }

  /**
   * The config, after the kind has checked it.
   *
   * @throws homeostat.lab.UserError with every mistake
   */
  Resolved<C> resolve() {
    if (settings.isPresent()) {
      checkMemory((RunSettings) settings.get().value(), settings.get().node());
    }
    if (config.isPresent()) {
      C record = kind.schema().cast(config.get().value());
      kind.check(record, new Placed(schema, (Node.Section) config.get().node(), findings));
    }
    findings.raise();
    Values.Bound whole = config.orElseThrow();
    Values.Bound shared = settings.orElseThrow();
    List<Entry> entries = new ArrayList<>(Entries.of(run, shared.node(), KeyPath.of("run")));
    entries.addAll(Entries.of(schema, whole.node(), KeyPath.ROOT));
    return new Resolved<>(
        kind,
        kind.schema().cast(whole.value()),
        (RunSettings) shared.value(),
        findings.notes(),
        findings.inert(),
        entries,
        Optional.empty());
  }

  private void checkMemory(RunSettings run, Node settings) {
    if (!run.memory().isEmpty() && MemorySize.parse(run.memory()).isEmpty()) {
      Node.Section root = Node.Section.empty().with(KeyPath.of("run"), settings);
      new Placed(schema, root, findings).add("run.memory", MemorySize.wrong(run.memory()));
    }
  }
}
