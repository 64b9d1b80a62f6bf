/** Charts as self-contained SVG that read well in light and dark, in color or without. */
@NullMarked
package io.drydock.core.chart;

import org.jspecify.annotations.NullMarked;
