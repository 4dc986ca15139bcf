/**
 * Circuits of excitatory and inhibitory pairs that a controller teaches by dis-inhibition
 * (Rossbroich and Zenke, NeurIPS 2023, arXiv:2310.19614): what their rooms share.
 */
@NullMarked
package homeostat.disinhibition;

import org.jspecify.annotations.NullMarked;
