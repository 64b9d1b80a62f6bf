package io.drydock.workspace.store;

import io.drydock.core.library.LibraryFolder;
import io.drydock.core.library.UnpackedLibraries;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * Unpacks SQLite's native library once into the {@link LibraryFolder}. The driver alone unpacks it at each start into the
 * temporary folder, which may be mounted with noexec. Safe for use by many threads.
 */
final class StoreLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String OTHER_TEMPORARY = "org.sqlite.tmpdir";

    private StoreLibrary() {}

    /** Unpacks, unless a property of the driver names another place; to be called before the driver's first use. */
    static void prepare() {
        Properties properties = System.getProperties();
        if (properties.getProperty(FOLDER) == null && properties.getProperty(OTHER_TEMPORARY) == null) {
            String platform = OSInfo.getNativeLibFolderPathForCurrentOS();
            String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
            properties.setProperty(
                    FOLDER,
                    UnpackedLibraries.unpack(
                                    "sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
                                            + platform.replace('/', '-').replace('\\', '-'),
                                    SQLiteJDBCLoader.class.getClassLoader(),
                                    List.of(resource.substring(1)))
                            .toString());
        }
    }
}
