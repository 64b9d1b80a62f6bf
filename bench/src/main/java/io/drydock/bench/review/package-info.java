/** How fast a person's tools answer over sets of many images. */
@NullMarked
package io.drydock.bench.review;

import org.jspecify.annotations.NullMarked;
