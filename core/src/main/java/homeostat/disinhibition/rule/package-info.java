/** Learning rules: gradients by back-propagation and by local comparison under control. */
@NullMarked
package homeostat.disinhibition.rule;

import org.jspecify.annotations.NullMarked;
