/** Making a workspace of an image folder and the lists that name its images. */
@NullMarked
package io.drydock.workbench.init;

import org.jspecify.annotations.NullMarked;
