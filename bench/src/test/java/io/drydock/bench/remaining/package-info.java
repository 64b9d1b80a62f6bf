@org.jspecify.annotations.NullMarked
package io.drydock.bench.remaining;
