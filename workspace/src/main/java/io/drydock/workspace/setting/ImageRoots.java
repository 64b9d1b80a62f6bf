package io.drydock.workspace.setting;

import io.drydock.core.data.ImageLocator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folders that hold the images of a workspace. Images of the first one usually have their bare relative paths as
 * names; names of the others begin with the prefix of their folder.
 *
 * @param roots at least one, each with a prefix of its own
 * @param testPrefix what the names of images to predict begin with, where a folder of theirs was given: a prefix of a
 *     root, which may be empty, or a folder below one
 */
public record ImageRoots(List<ImageRoot> roots, Optional<String> testPrefix) implements ImageLocator {
    public ImageRoots {
        roots = List.copyOf(roots);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("a workspace has at least one image folder");
        }
    }

    /** One folder, whose images have their bare relative paths as names. */
    public static ImageRoots of(Path folder) {
        return new ImageRoots(List.of(new ImageRoot("", folder.toAbsolutePath().normalize())), Optional.empty());
    }

    /**
     * Several folders, with prefixes by which images keep their names where they can.
     *
     * @param folders that exist, in order
     * @param recorded roots of the workspace so far, as found now
     * @throws io.drydock.core.error.WorkspaceException if one folder lies in another, or a prefix is the name of a file or
     *     folder in the first
     */
    public static ImageRoots of(List<Path> folders, List<ImageRoot> recorded) {
        return new ImageRoots(RootPrefixes.of(folders, recorded), Optional.empty());
    }

    /** With the folder in whose files the list of images to predict is looked for first. */
    public ImageRoots withTestPrefix(String prefix) {
        return new ImageRoots(roots, Optional.of(prefix));
    }

    /** Whether an image lies in the folder of images to predict. */
    public boolean isForTest(String image) {
        return testPrefix
                .filter(prefix -> prefix.isEmpty() ? rootOf(image).prefix().isEmpty() : image.startsWith(prefix))
                .isPresent();
    }

    /** The folders in the order given. */
    public List<Path> folders() {
        return roots.stream().map(ImageRoot::folder).toList();
    }

    /** The root whose images have names like this; the first where no prefix fits. */
    public ImageRoot rootOf(String image) {
        return prefixed(image).or(this::bare).orElse(roots.get(0));
    }

    private Optional<ImageRoot> prefixed(String image) {
        return roots.stream()
                .filter(root -> !root.prefix().isEmpty() && root.holds(image))
                .findFirst();
    }

    private Optional<ImageRoot> bare() {
        return roots.stream().filter(root -> root.prefix().isEmpty()).findFirst();
    }

    @Override
    public Path resolve(String image) {
        ImageRoot root = rootOf(image);
        return root.holds(image) ? root.resolve(image) : root.folder().resolve(image);
    }

    /** Path of an image below its root, with {@code /}. */
    public String belowRoot(String image) {
        ImageRoot root = rootOf(image);
        return root.holds(image) ? image.substring(root.prefix().length()) : image;
    }

    @Override
    public String searched(String image) {
        if (roots.size() == 1 || prefixed(image).isPresent()) {
            return "the image folder " + rootOf(image).folder();
        }
        return "any of the image folders " + described();
    }

    /** What names of images begin with, by the folder that they lie in. */
    public Map<Path, String> prefixes() {
        return roots.stream().collect(Collectors.toMap(ImageRoot::folder, ImageRoot::prefix));
    }

    /** The folders with commas, for messages. */
    public String described() {
        return roots.stream().map(root -> root.folder().toString()).collect(Collectors.joining(", "));
    }

    /** Name of the image that is this file, if it lies in one of the folders. */
    public Optional<String> nameOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return roots.stream()
                .filter(root -> absolute.startsWith(root.folder()) && !absolute.equals(root.folder()))
                .map(root -> root.nameOf(
                        root.folder().relativize(absolute).toString().replace('\\', '/')))
                .findFirst();
    }
}
