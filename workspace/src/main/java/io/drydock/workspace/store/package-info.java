/** The SQLite store: connections, migrations, and what SQLite's refusals mean to a person. */
@NullMarked
package io.drydock.workspace.store;

import org.jspecify.annotations.NullMarked;
