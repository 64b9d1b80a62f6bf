/** Forward passes by the tensor library, for devices where it is faster than ONNX Runtime. */
@NullMarked
package io.drydock.train.forward;

import org.jspecify.annotations.NullMarked;
