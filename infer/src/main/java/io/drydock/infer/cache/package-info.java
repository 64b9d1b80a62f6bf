/** Pooled features on disk, computed once for each content, backbone, settings and view. */
@NullMarked
package io.drydock.infer.cache;

import org.jspecify.annotations.NullMarked;
