/** What the machine has: processor, memory, caches, native libraries. */
@NullMarked
package io.drydock.workbench.machine;

import org.jspecify.annotations.NullMarked;
