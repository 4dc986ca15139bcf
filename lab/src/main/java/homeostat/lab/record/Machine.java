package homeostat.lab.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The machine that a run works on. */
public final class Machine {
  private Machine() {}

  /** Cores, memory, processor, operating system and JVM. */
  public static ObjectNode facts() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("host", host());
    node.put("cpu", proc("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch", "")));
    node.put("cores", Runtime.getRuntime().availableProcessors());
    node.put("memory_bytes", memory());
    node.put("heap_bytes", Runtime.getRuntime().maxMemory());
    node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    node.put(
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    return node;
  }

  /** Most memory that this process has had at once, where the system tells (VmHWM). */
  public static OptionalLong peakBytes() {
    return proc("/proc/self/status", "VmHWM")
        .map(text -> OptionalLong.of(1024 * Long.parseLong(text.replaceAll("[^0-9]", ""))))
        .orElse(OptionalLong.empty());
  }

  /** Name of this machine in its network; empty if it has none. */
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static java.util.Optional<String> proc(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      // Not a Linux system: the fact is not to be had, and its reader says so by leaving it out.
      return java.util.Optional.empty();
    }
  }
}
