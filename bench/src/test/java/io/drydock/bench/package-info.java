/** Options, and what is held against what. */
@org.jspecify.annotations.NullMarked
package io.drydock.bench;
