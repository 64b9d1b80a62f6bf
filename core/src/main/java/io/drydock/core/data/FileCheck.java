package io.drydock.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells whether the file of an image can be used; handed in, so that reading CSVs needs no decoder. */
@FunctionalInterface
public interface FileCheck {
    /** What Java puts for bytes of a name that it cannot read. */
    char UNREADABLE = '\uFFFD';

    /** What is wrong with the image of this relative path, or empty. */
    Optional<FileProblem> problem(String image);

    /** Accepts every image, for CSVs read without their pictures. */
    static FileCheck none() {
        return image -> Optional.empty();
    }

    /** Requires a regular file that is not empty under the image folder. */
    static FileCheck under(Path root) {
        return of(new ImageFolder(root));
    }

    /** Requires a regular file that is not empty where an image is looked for. */
    static FileCheck of(ImageLocator images) {
        return image -> {
            if (image.indexOf(UNREADABLE) >= 0) {
                return Optional.of(unnameable(image));
            }
            try {
                Path file = images.resolve(image);
                if (!Files.isRegularFile(file)) {
                    return Optional.of(new FileProblem(
                            Reason.MISSING_FILE,
                            image + " is not in " + images.searched(image) + "." + otherCase(file)));
                }
                return Files.size(file) == 0
                        ? Optional.of(new FileProblem(Reason.EMPTY_FILE, image + " has 0 bytes."))
                        : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.of(unnameable(image));
            } catch (IOException e) {
                return Optional.of(
                        new FileProblem(Reason.UNREADABLE, image + " cannot be read: " + e.getMessage() + "."));
            }
        };
    }

    /** Java reads names of files by the locale in which it was started, and cannot name the others. */
    private static FileProblem unnameable(String image) {
        String encoding = System.getProperty("sun.jnu.encoding", "unknown");
        return new FileProblem(
                Reason.UNREADABLE,
                image + " cannot be opened: this process reads names of files as " + encoding + ". "
                        + (encoding.equals("UTF-8")
                                ? "Rename the file in UTF-8."
                                : "Start Java in a UTF-8 locale, such as LC_ALL=C.UTF-8."));
    }

    private static String otherCase(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return "";
        }
        String extension = name.substring(dot);
        for (String other : new String[] {extension.toUpperCase(Locale.ROOT), extension.toLowerCase(Locale.ROOT)}) {
            String candidate = name.substring(0, dot) + other;
            if (!candidate.equals(name) && Files.isRegularFile(file.resolveSibling(candidate))) {
                return " There is " + candidate + ": upper and lower case must match.";
            }
        }
        return "";
    }
}
