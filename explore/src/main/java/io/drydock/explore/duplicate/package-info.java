/** Near-duplicates: candidates by hash and by embedding, judged on their pixels, gathered into groups. */
@NullMarked
package io.drydock.explore.duplicate;

import org.jspecify.annotations.NullMarked;
