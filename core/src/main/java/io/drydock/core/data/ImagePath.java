package io.drydock.core.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a name in a CSV becomes the relative path that is an image's identity. Safe for use by many threads. */
public final class ImagePath {
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "tif", "tiff", "gif");

    private ImagePath() {}

    /**
     * The path with {@code /}, without {@code .} and {@code ..}; absent when it is absolute, blank or leads out of the
     * image folder.
     */
    public static Optional<String> relative(String name) {
        String slashed = name.strip().replace('\\', '/');
        if (slashed.startsWith("/") || hasDrive(slashed) || slashed.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : slashed.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    private static boolean hasDrive(String path) {
        return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    }

    /** Whether the name ends as image files do, in upper or lower case. */
    public static boolean looksLikeImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
