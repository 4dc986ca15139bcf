/** Named, typed, n-dimensional arrays and the files that hold them. */
@NullMarked
package homeostat.array;

import org.jspecify.annotations.NullMarked;
