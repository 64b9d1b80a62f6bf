package io.drydock.workbench.inspect;

import io.drydock.core.data.ImageSize;

/** How many images have a size. */
public record SizeCount(ImageSize size, int count) {}
