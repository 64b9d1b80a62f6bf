/** The forward seam: what a network tells about a batch of pictures, whoever computes it. */
@NullMarked
package io.drydock.infer;

import org.jspecify.annotations.NullMarked;
