/** How augmentation and resizing change the images that a network sees. */
@NullMarked
package io.drydock.workbench.preview;

import org.jspecify.annotations.NullMarked;
