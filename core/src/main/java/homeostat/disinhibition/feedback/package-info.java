/** Feedback weights: from control to the hidden units of a network. */
@NullMarked
package homeostat.disinhibition.feedback;

import org.jspecify.annotations.NullMarked;
