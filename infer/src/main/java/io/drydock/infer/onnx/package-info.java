/** ONNX Runtime, the forward engine on a CPU; nothing else in the program touches its classes. */
@NullMarked
package io.drydock.infer.onnx;

import org.jspecify.annotations.NullMarked;
