/** Steps of leaky membranes with synaptic conductances, and their adjoint, on panels of lanes. */
@NullMarked
package homeostat.kernel.membrane;

import org.jspecify.annotations.NullMarked;
