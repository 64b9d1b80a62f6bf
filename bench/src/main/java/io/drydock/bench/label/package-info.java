/** How well wrong labels are found, on labels that were made wrong on purpose. */
@NullMarked
package io.drydock.bench.label;

import org.jspecify.annotations.NullMarked;
