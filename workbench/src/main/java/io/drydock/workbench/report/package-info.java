/** Self-contained HTML reports in one house style: inline SVG and JPEG thumbnails, no network, light and dark. */
@NullMarked
package io.drydock.workbench.report;

import org.jspecify.annotations.NullMarked;
