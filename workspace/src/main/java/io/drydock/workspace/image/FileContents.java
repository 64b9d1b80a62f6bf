package io.drydock.workspace.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hashes of files, each read once for as long as its size and time stay. Safe for use by many threads. */
final class FileContents {
    private final Map<Path, Content> known = new ConcurrentHashMap<>();

    private record Content(long sizeBytes, FileTime modified, String sha256) {
        boolean isOf(BasicFileAttributes found) {
            return sizeBytes == found.size() && modified.equals(found.lastModifiedTime());
        }
    }

    /**
     * Hash of a file, lower-case hex.
     *
     * @param found its attributes now
     */
    String sha256(Path file, BasicFileAttributes found) throws IOException {
        Content content = known.get(file);
        if (content == null || !content.isOf(found)) {
            content = new Content(found.size(), found.lastModifiedTime(), read(file));
            known.put(file, content);
        }
        return content.sha256();
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
