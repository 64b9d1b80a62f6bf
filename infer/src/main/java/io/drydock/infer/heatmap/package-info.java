/** Which part of a picture spoke for a class: Grad-CAM backpropagated through the head in plain Java. */
@NullMarked
package io.drydock.infer.heatmap;

import org.jspecify.annotations.NullMarked;
