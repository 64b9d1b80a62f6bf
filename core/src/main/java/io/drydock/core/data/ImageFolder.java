package io.drydock.core.data;

import java.nio.file.Path;

/** Images by their paths relative to one folder. */
public record ImageFolder(Path folder) implements ImageLocator {
    @Override
    public Path resolve(String image) {
        return folder.resolve(image);
    }

    @Override
    public String searched(String image) {
        return "the image folder " + folder;
    }
}
