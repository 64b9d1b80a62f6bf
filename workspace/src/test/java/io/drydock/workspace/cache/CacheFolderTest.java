package io.drydock.workspace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.workspace.cache.CacheFolder.Trimmed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void whatWasUsedLongestAgoLeavesFirst() throws Exception {
        CacheFolder cache = cache(Instant.ofEpochSecond(4_000_000));
        Path oldest = entry(cache, "features/a", 1);
        Path used = entry(cache, "features/b", 2);
        Path newest = entry(cache, "pixels/c", 3);
        cache.touch(used);

        assertThat(cache.trim()).isEqualTo(new Trimmed(1, 100));

        assertThat(oldest).doesNotExist();
        assertThat(used).exists();
        assertThat(newest).exists();
        assertThat(cache.sizeBytes()).isEqualTo(200);
        assertThat(cache.trim()).isEqualTo(new Trimmed(0, 0));
    }

    @Test
    void aFolderThatIsGoneIsEmpty() {
        CacheFolder cache = cache(Instant.EPOCH);

        assertThat(cache.sizeBytes()).isZero();
        assertThat(cache.trim()).isEqualTo(new Trimmed(0, 0));
        assertThat(cache.folder("features")).isDirectory();
    }

    private CacheFolder cache(Instant now) {
        return new CacheFolder(folder.resolve("cache"), 250, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Path entry(CacheFolder cache, String name, int day) throws Exception {
        Path file = cache.folder(name.substring(0, name.indexOf('/'))).resolve(name.substring(name.indexOf('/') + 1));
        Files.write(file, new byte[100]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(86_400L * day)));
        return file;
    }
}
