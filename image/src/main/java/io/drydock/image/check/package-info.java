/** Numbers that tell a dark, blurry, flat or grey picture from an ordinary one. */
@NullMarked
package io.drydock.image.check;

import org.jspecify.annotations.NullMarked;
