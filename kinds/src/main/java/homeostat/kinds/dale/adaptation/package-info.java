/** Feed-forward networks whose inhibition adapts to images without labels, and their rivals. */
@NullMarked
package homeostat.kinds.dale.adaptation;

import org.jspecify.annotations.NullMarked;
