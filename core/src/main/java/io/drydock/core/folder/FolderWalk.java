package io.drydock.core.folder;

import io.drydock.core.data.ImagePath;
import io.drydock.core.data.NoteCode;
import io.drydock.core.error.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the folders below an image folder and follows symbolic links. Hidden and system files are passed over; what cannot be
 * read is noted and never ends the walk. Each folder is read once: under its own path where that lies in the image folder,
 * else by the first link in order. Reads the attributes of each file once, and the first bytes of those whose extension is not
 * a picture's. For one thread, one walk.
 */
public final class FolderWalk {
    private final Path realRoot;
    private final List<String> images = new ArrayList<>();
    private final List<String> byBytes = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> system = new ArrayList<>();
    private final List<FolderTrouble> troubles = new ArrayList<>();
    private final Set<Object> entered = new HashSet<>();

    private FolderWalk(Path realRoot) {
        this.realRoot = realRoot;
    }

    /**
     * What lies below a folder.
     *
     * @throws DataException if it is no folder, or it cannot be listed
     */
    public static FoundFiles under(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException("There is no image folder " + root + ". Check the path.");
        }
        try {
            FolderWalk walk = new FolderWalk(root.toRealPath());
            walk.entered.add(key(root, Files.readAttributes(root, BasicFileAttributes.class)));
            List<Path> entries = listed(root);
            walk.enter(entries, "");
            return walk.found();
        } catch (IOException e) {
            throw new DataException("Image folder " + root + " cannot be read: " + reason(e) + ".", e);
        }
    }

    private FoundFiles found() {
        for (List<String> list : List.of(images, byBytes, others, folders, hidden, system)) {
            Collections.sort(list);
        }
        return new FoundFiles(images, byBytes, others, folders, hidden, system, troubles);
    }

    /** @param prefix path of the folder with a slash at its end; empty for the walked one */
    private void enter(List<Path> entries, String prefix) {
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String path = prefix + name;
            if (SystemFiles.hidden(name)) {
                hidden.add(path);
            } else {
                attributes(entry, path).ifPresent(found -> take(entry, name, path, found));
            }
        }
    }

    private void take(Path entry, String name, String path, BasicFileAttributes found) {
        if (found.isDirectory()) {
            if (SystemFiles.folder(name)) {
                system.add(path);
            } else {
                folder(entry, path, found);
            }
        } else if (!found.isRegularFile()) {
            others.add(path);
        } else if (SystemFiles.file(name)) {
            system.add(path);
        } else if (ImagePath.looksLikeImage(name)) {
            images.add(path);
        } else if (isPicture(entry, path)) {
            images.add(path);
            byBytes.add(path);
        } else {
            others.add(path);
        }
    }

    private void folder(Path folder, String path, BasicFileAttributes attributes) {
        try {
            if (!mayEnter(folder, path, attributes)) {
                return;
            }
            List<Path> entries = listed(folder);
            folders.add(path);
            enter(entries, path + "/");
        } catch (IOException e) {
            trouble(path, e);
        }
    }

    private boolean mayEnter(Path folder, String path, BasicFileAttributes attributes) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            Path target = folder.toRealPath();
            if (folder.resolveSibling("").toRealPath().startsWith(target)) {
                troubles.add(new FolderTrouble(path, NoteCode.LINK_LOOP, target.toString()));
                return false;
            }
            if (target.startsWith(realRoot) && readUnderItsOwnPath(realRoot.relativize(target))) {
                troubles.add(new FolderTrouble(path, NoteCode.LINKED_TWICE, target.toString()));
                return false;
            }
        }
        if (!entered.add(key(folder, attributes))) {
            troubles.add(new FolderTrouble(
                    path, NoteCode.LINKED_TWICE, folder.toRealPath().toString()));
            return false;
        }
        return true;
    }

    private static boolean readUnderItsOwnPath(Path relative) {
        for (Path part : relative) {
            if (SystemFiles.hidden(part.toString()) || SystemFiles.folder(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private Optional<BasicFileAttributes> attributes(Path entry, String path) {
        try {
            return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
        } catch (IOException e) {
            trouble(path, e, Files.isSymbolicLink(entry));
            return Optional.empty();
        }
    }

    private void trouble(String path, IOException e) {
        trouble(path, e, false);
    }

    private void trouble(String path, IOException e, boolean link) {
        NoteCode code = NoteCode.UNREADABLE_FOLDER;
        if (e instanceof NoSuchFileException) {
            code = link ? NoteCode.BROKEN_LINK : NoteCode.VANISHED;
        } else if (link && !(e instanceof AccessDeniedException)) {
            code = NoteCode.LINK_LOOP;
        }
        troubles.add(new FolderTrouble(path, code, reason(e)));
    }

    private static List<Path> listed(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    private static Object key(Path folder, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        return key == null ? folder.toRealPath() : key;
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static boolean isPicture(Path file, String path) {
        Optional<UnreadKind> kind = UnreadKind.of(FoundFiles.extension(path));
        if (kind.isPresent() && !kind.get().isPicture()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return FileSignature.of(in.readNBytes(FileSignature.LENGTH))
                    .filter(FileSignature::isRead)
                    .filter(found -> kind.map(known -> known.mayHold(found)).orElse(true))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
