/** The command line: verbs, their arguments and help, and how errors reach the user. */
@NullMarked
package homeostat.cli;

import org.jspecify.annotations.NullMarked;
