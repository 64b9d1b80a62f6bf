/** Where a result came from: versions, machine, data and seed. */
@NullMarked
package io.drydock.core.provenance;

import org.jspecify.annotations.NullMarked;
