/** Experiment files of the published program: INI with Python literals, and what they mean. */
@NullMarked
package homeostat.kinds.memory.published;

import org.jspecify.annotations.NullMarked;
