/** Class probabilities of images, with test-time augmentation. */
@NullMarked
package io.drydock.infer.predict;

import org.jspecify.annotations.NullMarked;
