/** Files and folders that appear complete or not at all. */
@NullMarked
package io.drydock.core.file;

import org.jspecify.annotations.NullMarked;
