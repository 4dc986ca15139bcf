/** Dynamical systems: a step, its tangent and its adjoint; integrators. */
@NullMarked
package homeostat.dynamics;

import org.jspecify.annotations.NullMarked;
