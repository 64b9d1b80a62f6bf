@org.jspecify.annotations.NullMarked
package io.drydock.explore.label;
