/** How well several subjects are told, measured on pictures put together and counted by eye on untouched ones. */
@NullMarked
package io.drydock.bench.subject;

import org.jspecify.annotations.NullMarked;
