package io.drydock.network.source;

import io.drydock.network.weights.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the hub says of a file before it is fetched.
 *
 * @param repository as {@code owner/name}
 * @param name in the repository
 * @param commit that the answer is about
 * @param etag hash of the content: SHA-256 of large files, git's SHA-1 of small ones
 * @param sizeBytes length of the content, -1 when not told
 * @param address to fetch it from
 */
record HubFile(String repository, String name, String commit, String etag, long sizeBytes, URI address) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern GIT_SHA_1 = Pattern.compile("[0-9a-f]{40}");

    /** Hash of a file in the kind that the etag is, or the etag itself where it is no hash. */
    static String hashLike(String etag, Path file) throws IOException {
        if (SHA_256.matcher(etag).matches()) {
            return Sha256.of(file);
        }
        return GIT_SHA_1.matcher(etag).matches() ? Sha256.gitBlob(file) : etag;
    }

    /** For messages. */
    String title() {
        return repository + "/" + name;
    }
}
