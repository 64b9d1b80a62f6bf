/** States of a training on disk, complete or absent, from which it goes on bit for bit. */
@NullMarked
package io.drydock.train.checkpoint;

import org.jspecify.annotations.NullMarked;
