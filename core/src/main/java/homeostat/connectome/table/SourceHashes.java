package homeostat.connectome.table;

import homeostat.array.Sha256;
import homeostat.connectome.Provenance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Hashes files while they are read: hashing a large one takes as long as reading it. */
public final class SourceHashes {
  private final Map<Path, CompletableFuture<Sha256>> hashes = new LinkedHashMap<>();

  private SourceHashes(List<Path> files) {
    for (Path file : files) {
      hashes.put(file, CompletableFuture.supplyAsync(() -> Sha256.ofFile(file)));
    }
  }

  /** Begins. */
  public static SourceHashes of(List<Path> files) {
    return new SourceHashes(files);
  }

  /** The files as sources, once all are hashed. */
  public Provenance sources() {
    Provenance sources = Provenance.none();
    for (Map.Entry<Path, CompletableFuture<Sha256>> hash : hashes.entrySet()) {
      sources = sources.from(hash.getKey().toString(), joined(hash.getValue()).hex());
    }
    return sources;
  }

  private static Sha256 joined(CompletableFuture<Sha256> hash) {
    try {
      return hash.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
