/** Where first weights come from: the bundled backbone, a file, the hub and its cache. */
@NullMarked
package io.drydock.network.source;

import org.jspecify.annotations.NullMarked;
