/** What checks of the images found, kept until the check looks again. */
@NullMarked
package io.drydock.workspace.finding;

import org.jspecify.annotations.NullMarked;
