/**
 * Homeostasis as a control loop: a detector of what a unit does, its set point, and an actuator
 * that moves what the unit receives. Units are neurons or cell types of any subject's networks.
 */
@NullMarked
package homeostat.homeostasis;

import org.jspecify.annotations.NullMarked;
