/**
 * Standard cognitive tasks with named periods in milliseconds, ring-coded stimuli and input noise,
 * in the conventions of NeuroGym: channel 0 is the fixation cue, on until an answer is due; class 0
 * is fixation; noise has the standard deviation sigma / sqrt(dt in ms).
 */
@NullMarked
package homeostat.task.memory.cognitive;

import org.jspecify.annotations.NullMarked;
