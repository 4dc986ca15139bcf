/** Mean-field theory of random networks. */
@NullMarked
package homeostat.lyapunov.field;

import org.jspecify.annotations.NullMarked;
