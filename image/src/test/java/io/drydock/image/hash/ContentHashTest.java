package io.drydock.image.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.image.decode.Pixels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
    @Test
    void theHashIsSha256(@TempDir Path folder) throws Exception {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(ContentHash.ofBytes(abc)).isEqualTo(expected);
        assertThat(ContentHash.ofFile(Files.write(folder.resolve("abc"), abc))).isEqualTo(expected);
    }

    @Test
    void theSameBytesInAnotherShapeAreAnotherPicture() {
        byte[] bytes = new byte[6 * 4 * 3];

        assertThat(ContentHash.ofPixels(new Pixels(6, 4, bytes)))
                .isNotEqualTo(ContentHash.ofPixels(new Pixels(4, 6, bytes)));
    }
}
