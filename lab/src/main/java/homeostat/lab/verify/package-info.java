/** Golden cases: reading a manifest, running its cases through the library, comparing. */
@NullMarked
package homeostat.lab.verify;

import org.jspecify.annotations.NullMarked;
