package io.drydock.studio.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The page's own modules and style sheets, read once from the jar. They are served under a folder named by their content,
 * so that a browser may keep them for good. Safe for use by many threads.
 */
final class PageModules {
    private static final String START = "main.js";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final SortedMap<String, PageFile> files;
    private final String version;

    private PageModules(SortedMap<String, PageFile> files) {
        this.files = files;
        this.version = version(files);
    }

    static PageModules read() {
        URL start = PageModules.class.getResource(START);
        if (start == null) {
            throw new IllegalStateException("the page's " + START + " is missing from the jar");
        }
        try {
            URI uri = start.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return new PageModules(files(parent(jar.provider().getPath(uri))));
                }
            }
            return new PageModules(files(parent(Path.of(uri))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(start + " is no address", e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static SortedMap<String, PageFile> files(Path folder) throws IOException {
        SortedMap<String, PageFile> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
                if (type != null) {
                    try (InputStream in = Files.newInputStream(file)) {
                        files.put(name, new PageFile(type, in.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    private static String version(SortedMap<String, PageFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file.content());
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Address of a file. */
    String address(String name) {
        return "/page/" + version + "/" + name;
    }

    /** Addresses of all modules, for the browser to load at once rather than one after the other. */
    Stream<String> modules() {
        return files.keySet().stream().filter(name -> name.endsWith(".js")).map(this::address);
    }

    /** A file by its address. */
    Optional<PageFile> find(String address) {
        String folder = address("");
        return address.startsWith(folder)
                ? Optional.ofNullable(files.get(address.substring(folder.length())))
                : Optional.empty();
    }
}
