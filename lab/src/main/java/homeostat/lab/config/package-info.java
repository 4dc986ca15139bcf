/**
 * Config records as the schema: reading, checking, resolving and writing them, with the origin of
 * every value.
 */
@NullMarked
package homeostat.lab.config;

import org.jspecify.annotations.NullMarked;
