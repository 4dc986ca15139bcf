/**
 * Wiring as data: read, generate, measure. A row of every matrix is a sender and a column a
 * receiver ({@code pre -> post}).
 */
@NullMarked
package homeostat.connectome;

import org.jspecify.annotations.NullMarked;
