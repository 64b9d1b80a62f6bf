/** Results as the JSON documents that {@code --json} prints: snake case, schema first, NaN as null. */
@NullMarked
package io.drydock.workbench.json;

import org.jspecify.annotations.NullMarked;
