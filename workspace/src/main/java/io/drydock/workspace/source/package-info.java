/** The user's own files as they were imported, so that an export keeps their format. */
@NullMarked
package io.drydock.workspace.source;

import org.jspecify.annotations.NullMarked;
