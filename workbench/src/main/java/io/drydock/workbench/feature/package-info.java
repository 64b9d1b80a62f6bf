/** Embeddings of a workspace's images by any backbone or encoder, computed once and kept in the cache. */
@NullMarked
package io.drydock.workbench.feature;

import org.jspecify.annotations.NullMarked;
