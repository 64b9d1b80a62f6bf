/** Pictures of images for a screen: small copies and heat maps. */
@NullMarked
package io.drydock.workbench.picture;

import org.jspecify.annotations.NullMarked;
