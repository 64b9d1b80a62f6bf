package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ImageException;
import io.drydock.image.Pictures;
import io.drydock.image.encode.ImageEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableFilesTest {
    private static final Pixels PICTURE = Pictures.quarters(64, 80);

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void anEmptyFileSaysSo() {
        assertThatThrownBy(() -> decoder.decode(new byte[0]))
                .isInstanceOf(ImageException.class)
                .hasMessage("empty file");
    }

    @Test
    void aWebPageIsNoPicture() {
        assertThatThrownBy(() -> decoder.decode("<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("not a picture: starts with 3C 21 44");
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp", ".bmp", ".tiff"})
    void aTruncatedFileIsRefusedAtEveryLength(String extension) {
        byte[] whole = extension.equals(".jpg")
                ? ImageEncoder.jpeg(PICTURE, 90)
                : SpecialFiles.withAlpha(PICTURE, 255, extension);
        assertThat(decoder.decode(whole).pixels().size()).isEqualTo(PICTURE.size());

        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 60)) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoder.decode(part))
                    .as("%s of %s bytes", length, whole.length)
                    .isInstanceOf(ImageException.class);
        }
    }

    @Test
    void aTruncatedGifIsRefused() {
        byte[] gif = Pictures.file(Pictures.image(PICTURE, java.awt.image.BufferedImage.TYPE_BYTE_INDEXED), "gif");

        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(gif, gif.length / 2)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void aDamagedPngIsFoundByItsChecksum() {
        byte[] png = ImageEncoder.png(PICTURE);
        png[png.length / 2] ^= 1;

        assertThatThrownBy(() -> decoder.decode(png))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aDeclaredSizeOverTheLimitIsRefusedBeforeDecoding() {
        byte[] png = ImageEncoder.png(PICTURE);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThatThrownBy(() -> decoder.decode(png))
                .isInstanceOf(ImageException.class)
                .hasMessage("declares 60000x60000 = 3600000000 pixels, over the limit of 100000000");
    }

    @Test
    void aSizeOfNothingIsRefused() {
        byte[] png = ImageEncoder.png(PICTURE);
        ByteBuffer.wrap(png).putInt(20, 0);

        assertThatThrownBy(() -> decoder.decode(png))
                .isInstanceOf(ImageException.class)
                .hasMessage("declares a size of 0x80");
    }

    @Test
    void theMessageAboutAFileNamesIt(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("wreck.jpg"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> decoder.decode(file)).hasMessageContaining("wreck.jpg: not a picture");
        assertThatThrownBy(() -> ImageHeader.read(file)).hasMessageContaining("wreck.jpg: not a picture");
        assertThatThrownBy(() -> decoder.decode(folder.resolve("gone.jpg"))).hasMessageContaining("gone.jpg");
    }

    @Test
    void theHeaderOfAFileIsReadWithoutItsPixels(@TempDir Path folder) throws Exception {
        byte[] jpeg = ImageEncoder.jpeg(PICTURE, 90);
        Path file = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));

        assertThat(ImageHeader.read(file)).isEqualTo(new ImageHeader(ImageFormat.JPEG, 64, 80, ColorMode.RGB, 8, 1));
    }
}
