package io.drydock.core.library;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The folder into which native libraries are unpacked: {@code .javacpp} in the home folder or, where that cannot be written
 * to or its disk refuses to run programs, a folder of the user alone in {@code java.io.tmpdir} or {@code /var/tmp}. The
 * variable {@code DRYDOCK_LIBRARIES}, or the system property {@code drydock.libraries}, names another one. The libraries
 * themselves would use the temporary folder, which is often shared or mounted with noexec. Safe for use by many threads.
 */
public final class LibraryFolder {
    /** System property that names the folder. */
    public static final String PROPERTY = "drydock.libraries";
    /** Environment variable that names the folder; the property goes first. */
    public static final String VARIABLE = "DRYDOCK_LIBRARIES";

    private static final String JAVACPP_CACHE = "org.bytedeco.javacpp.cachedir";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Properties properties;
    private final Map<String, String> environment;
    private final Path sharedTemporary;
    private final Mounts mounts;

    /** @param sharedTemporary the temporary folder to try last, such as {@code /var/tmp} */
    LibraryFolder(Properties properties, Map<String, String> environment, Path sharedTemporary, Mounts mounts) {
        this.properties = properties;
        this.environment = environment;
        this.sharedTemporary = sharedTemporary;
        this.mounts = mounts;
    }

    /** The choice of this process. */
    public static LibraryFolder current() {
        return new LibraryFolder(System.getProperties(), System.getenv(), Path.of("/var/tmp"), Mounts.current());
    }

    /**
     * The folder, made if needed.
     *
     * @throws WorkspaceException if the one that was named cannot be used, or none can
     */
    public Path path() {
        Optional<String> named = Optional.ofNullable(properties.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .filter(text -> !text.isBlank());
        List<String> refusals = new ArrayList<>();
        if (named.isPresent()) {
            Path folder = Path.of(named.get());
            if (usable(folder, false, refusals)) {
                return folder.toAbsolutePath();
            }
            throw WorkspaceException.failed("Native libraries cannot be unpacked into " + named.get() + ": "
                    + refusals.get(0) + ". Name another folder by " + VARIABLE + ".");
        }
        Path home = Path.of(properties.getProperty("user.home", ".")).resolve(".javacpp");
        if (usable(home, false, refusals)) {
            return home.toAbsolutePath();
        }
        String own = "drydock-" + properties.getProperty("user.name", "user");
        for (Path temporary : List.of(Path.of(properties.getProperty("java.io.tmpdir", "/tmp")), sharedTemporary)) {
            if (Files.isDirectory(temporary) && usable(temporary.resolve(own), true, refusals)) {
                return temporary.resolve(own).toAbsolutePath();
            }
        }
        throw WorkspaceException.failed("There is no folder into which native libraries can be unpacked: "
                + String.join("; ", refusals) + ". Name one by " + VARIABLE
                + ": a folder of your own on a disk that may run programs.");
    }

    /** Has JavaCPP unpack below the folder too, unless its own property names another place. To be called before it loads anything. */
    public void useForJavaCpp() {
        if (properties.getProperty(JAVACPP_CACHE) == null) {
            properties.setProperty(JAVACPP_CACHE, path().resolve("cache").toString());
        }
    }

    private boolean usable(Path folder, boolean shared, List<String> refusals) {
        Optional<String> refusal = refusal(folder, shared);
        refusal.ifPresent(reason -> refusals.add(folder + " " + reason));
        return refusal.isEmpty();
    }

    private Optional<String> refusal(Path folder, boolean shared) {
        try {
            make(folder, shared);
            if (shared && !ownedAlone(folder)) {
                return Optional.of("may be written to by others");
            }
        } catch (IOException e) {
            return Optional.of("cannot be made (" + e.getClass().getSimpleName() + ")");
        }
        if (!Files.isWritable(folder)) {
            return Optional.of("cannot be written to");
        }
        return mounts.mayRun(folder)
                ? Optional.empty()
                : Optional.of("is on a disk that may not run programs (noexec)");
    }

    private static void make(Path folder, boolean shared) throws IOException {
        if (shared && posix()) {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            }
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Whether nobody else can put a library there: in a shared folder another user may have made it first. */
    private static boolean ownedAlone(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!posix()) {
            return true;
        }
        Path mine = Files.createTempFile(folder, ".owner", "");
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine))
                    && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(OWNER_ALONE);
        } finally {
            Files.delete(mine);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
