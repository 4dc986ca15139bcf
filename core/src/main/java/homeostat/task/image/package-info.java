/** Labelled images as a task: shuffled batches, validation split, changes of light, sequences. */
@NullMarked
package homeostat.task.image;

import org.jspecify.annotations.NullMarked;
