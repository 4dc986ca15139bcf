/** Configs of the Dale experiments. */
@NullMarked
package homeostat.kinds.dale.config;

import org.jspecify.annotations.NullMarked;
