/** Tables of millions of rows: numbers straight from their bytes, and ids in open addressing. */
@NullMarked
package homeostat.connectome.table;

import org.jspecify.annotations.NullMarked;
