/** Null models: wiring that keeps some properties of a connectome and is random in all others. */
@NullMarked
package homeostat.connectome.nulls;

import org.jspecify.annotations.NullMarked;
