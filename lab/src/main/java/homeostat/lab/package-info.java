/**
 * Running the science: what a kind of experiment is, and what it gets from outside. Names no
 * subject.
 */
@NullMarked
package homeostat.lab;

import org.jspecify.annotations.NullMarked;
