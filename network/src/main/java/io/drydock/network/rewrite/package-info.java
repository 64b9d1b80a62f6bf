/** Rewrites of a network and its weights: folding batch norm, cutting, a new head, first weights. */
@NullMarked
package io.drydock.network.rewrite;

import org.jspecify.annotations.NullMarked;
