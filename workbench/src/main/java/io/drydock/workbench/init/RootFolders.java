package io.drydock.workbench.init;

import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.setting.ImageRoot;
import io.drydock.workspace.setting.ImageRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The image folders of an import, checked, and how they differ from those of the import before.
 *
 * @param roots of this import
 * @param added folders that the workspace did not have, all at the first import
 * @param removed folders that it had
 */
public record RootFolders(ImageRoots roots, List<Path> added, List<Path> removed) {
    public RootFolders {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * A folder of images.
     *
     * @param prefix what the names of its images begin with; empty where they are bare paths below it
     */
    public record Folder(Path path, String prefix) {}

    /** The folders in the order given. */
    public List<Folder> folders() {
        return roots.roots().stream()
                .map(root -> new Folder(root.folder(), root.prefix()))
                .toList();
    }

    /**
     * Checks folders and gives them their prefixes.
     *
     * @param workspace its folder, which need not exist
     * @param images folders of images, at least one
     * @param testImages folder in whose files the list of images to predict is looked for first
     * @throws DataException if there is no such folder
     * @throws WorkspaceException if the workspace would lie in one of them or in another workspace, or they do not go
     *     together
     */
    public static RootFolders of(Path workspace, List<Path> images, Optional<Path> testImages) {
        Path place = workspace.toAbsolutePath().normalize();
        List<Path> folders = new ArrayList<>();
        images.forEach(folder -> folders.add(usable(place, folder, "--images")));
        Optional<Path> test = testImages.map(folder -> usable(place, folder, "--test-images"));
        test.filter(folder -> folders.stream().noneMatch(folder::startsWith)).ifPresent(folders::add);
        Workspace.ownerOf(place).ifPresent(owner -> {
            throw new WorkspaceException("The workspace " + place + " would lie in a folder that the workspace " + owner
                    + " manages and may clear. Name a folder elsewhere.");
        });
        List<ImageRoot> recorded = Workspace.holdsWorkspace(place)
                ? Workspace.create(place, Clock.systemUTC())
                        .recordedImageRoots()
                        .map(ImageRoots::roots)
                        .orElse(List.of())
                : List.of();
        ImageRoots roots = ImageRoots.of(folders, recorded);
        ImageRoots all =
                test.map(folder -> roots.withTestPrefix(prefix(roots, folder))).orElse(roots);
        List<Path> before = recorded.stream().map(ImageRoot::folder).toList();
        return new RootFolders(all, without(all.folders(), before), without(before, all.folders()));
    }

    private static String prefix(ImageRoots roots, Path folder) {
        return roots.roots().stream()
                .filter(root -> root.folder().equals(folder))
                .map(ImageRoot::prefix)
                .findFirst()
                .orElseGet(() -> roots.nameOf(folder).orElseThrow() + "/");
    }

    private static List<Path> without(List<Path> folders, List<Path> others) {
        return folders.stream().filter(folder -> !others.contains(folder)).toList();
    }

    private static Path usable(Path workspace, Path folder, String option) {
        Path images = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(images)) {
            throw new DataException("There is no image folder " + images + ". Check " + option + ".");
        }
        if (workspace.startsWith(images)) {
            throw new WorkspaceException("The workspace " + workspace + " would lie inside the image folder " + images
                    + ", and its caches and reports among the images. Name a folder beside it.");
        }
        return images;
    }
}
