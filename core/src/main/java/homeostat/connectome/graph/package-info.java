/**
 * Measures of weighted, directed graphs of up to some thousands of nodes, held densely: paths,
 * clustering, centrality, communities. Every measure takes a {@link
 * homeostat.connectome.graph.Graph}; a connection is a weight other than 0.
 */
@NullMarked
package homeostat.connectome.graph;

import org.jspecify.annotations.NullMarked;
