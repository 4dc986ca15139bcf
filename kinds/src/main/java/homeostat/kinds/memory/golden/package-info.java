/** Golden cases of working memory. */
@NullMarked
package homeostat.kinds.memory.golden;

import org.jspecify.annotations.NullMarked;
