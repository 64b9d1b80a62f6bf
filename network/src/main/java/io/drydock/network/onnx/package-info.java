/** Writing a network and its weights as an ONNX file. */
@NullMarked
package io.drydock.network.onnx;

import org.jspecify.annotations.NullMarked;
