/** Models as timm reads them: weights under its names, unfolded, and its description of a model. */
@NullMarked
package io.drydock.network.timm;

import org.jspecify.annotations.NullMarked;
