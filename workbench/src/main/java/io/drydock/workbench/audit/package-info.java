/** What an audit looks at and what it finds: images with their labels and measures, and each check's findings. */
@NullMarked
package io.drydock.workbench.audit;

import org.jspecify.annotations.NullMarked;
