/** How much memory a training will need, before it starts. */
@NullMarked
package io.drydock.train.memory;

import org.jspecify.annotations.NullMarked;
