package homeostat.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The launcher starts the JVM with standard error going through a filter, which drops the one line
 * by which the JVM announces its incubating vector module. From here on the real standard error is
 * wanted back: it may be a terminal, and nothing may be lost when the process ends before the
 * filter. The launcher left it open under the descriptor number that it names.
 */
final class StandardError {
  private StandardError() {}

  /** Points descriptor 2 back; if that cannot be done, messages go on through the filter. */
  @SuppressWarnings("restricted")
  static void takeBack() {
    Integer descriptor = Integer.getInteger("homeostat.stderr");
    if (descriptor == null) {
      return;
    }
    Linker linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("dup2")
        .ifPresent(symbol ->
            call(
                linker.downcallHandle(
                    symbol,
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)),
                descriptor));
  }

  private static void call(MethodHandle dup2, int descriptor) {
    try {
      int result = (int) dup2.invokeExact(descriptor, 2);
      if (result != 2) {
        System.err.println("homeostat: messages may come late (dup2 gave " + result + ")");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("dup2 could not be called", e);
    }
  }
}
