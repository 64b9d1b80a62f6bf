/** A network as a value: an ordered list of nodes that name their inputs and their weights. */
@NullMarked
package io.drydock.network.graph;

import org.jspecify.annotations.NullMarked;
