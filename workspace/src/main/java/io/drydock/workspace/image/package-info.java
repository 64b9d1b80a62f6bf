/** What is known of each image: content, size, checks, and which list it stands in. */
@NullMarked
package io.drydock.workspace.image;

import org.jspecify.annotations.NullMarked;
