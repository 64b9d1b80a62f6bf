/** What lies below an image folder: the walk, the files that are not read, and where the classes and parts are. */
@NullMarked
package io.drydock.core.folder;

import org.jspecify.annotations.NullMarked;
