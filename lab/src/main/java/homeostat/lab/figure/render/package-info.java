/** The one renderer that draws figures. */
@NullMarked
package homeostat.lab.figure.render;

import org.jspecify.annotations.NullMarked;
