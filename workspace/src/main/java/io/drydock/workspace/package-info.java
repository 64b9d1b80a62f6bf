/** A workspace: one folder on disk that holds what is known, decided and trained. */
@NullMarked
package io.drydock.workspace;

import org.jspecify.annotations.NullMarked;
