/** JMH benchmarks. */
@NullMarked
package homeostat.bench;

import org.jspecify.annotations.NullMarked;
