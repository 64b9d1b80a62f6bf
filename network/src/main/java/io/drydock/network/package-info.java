/** Networks as values, and a network together with its weights. */
@NullMarked
package io.drydock.network;

import org.jspecify.annotations.NullMarked;
