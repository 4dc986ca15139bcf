package homeostat.connectome.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * {@link PlainRows} in blocks, in their order, read ahead by a thread of its own: one core turns
 * bytes into numbers while another works with them.
 */
public final class RowsAhead implements AutoCloseable {
  private static final int BLOCKS = 4;

  private final PlainRows rows;
  private final BlockingQueue<RowBlock> read = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<RowBlock> free = new ArrayBlockingQueue<>(BLOCKS);
  private final List<String> firstTexts = new ArrayList<>();
  private final List<String> secondTexts = new ArrayList<>();
  private final Thread reader;
  private @Nullable RowBlock current;
  private @Nullable Throwable failure;
  private boolean ended;

  /** Begins to read. */
  public RowsAhead(Path file, PlainColumns columns) {
    rows = new PlainRows(file, columns);
    for (int k = 0; k < BLOCKS; k++) {
      free.add(new RowBlock());
    }
    reader = Thread.ofPlatform().daemon().name("homeostat-rows").start(this::readAll);
  }

  private void readAll() {
    try {
      boolean more = true;
      while (more) {
        RowBlock block = free.take();
        try {
          more = block.fill(rows);
        } catch (RuntimeException | Error e) {
          failure = e; // seen by whoever takes the block
          block.clear();
          more = false;
        }
        read.put(block);
      }
    } catch (InterruptedException e) {
      // Closed before the end: nobody waits for more.
    }
  }

  /**
   * The next rows, to be used before the next call; empty at the end, or where the rows are not
   * plain.
   *
   * @throws homeostat.array.FormatException where the file cannot be read
   */
  public Optional<RowBlock> next() {
    if (ended) {
      return Optional.empty();
    }
    if (current != null) {
      free.add(current);
    }
    RowBlock block = taken();
    current = block;
    if (block.size() > 0) {
      firstTexts.addAll(block.newFirstTexts());
      secondTexts.addAll(block.newSecondTexts());
      return Optional.of(block);
    }
    ended = true;
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return Optional.empty();
  }

  private RowBlock taken() {
    try {
      return read.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts the reading of a table", e);
    }
  }

  /** After the end: whether something came that is not plain; what was read counts for nothing. */
  public boolean gaveUp() {
    return ended && rows.gaveUp();
  }

  /** The different texts of the first column of texts, as far as blocks were taken. */
  public List<String> firstTexts() {
    return Collections.unmodifiableList(firstTexts);
  }

  /** The different texts of the second column of texts, as far as blocks were taken. */
  public List<String> secondTexts() {
    return Collections.unmodifiableList(secondTexts);
  }

  /** Ends the reading, wherever it is. */
  @Override
  public void close() {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rows.close();
  }
}
