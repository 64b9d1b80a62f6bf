/** The networks that Drydock knows, with timm's names, each built from a few numbers. */
@NullMarked
package io.drydock.network.zoo;

import org.jspecify.annotations.NullMarked;
