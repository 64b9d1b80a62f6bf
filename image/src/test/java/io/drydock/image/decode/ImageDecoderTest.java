package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.image.Pictures;
import io.drydock.image.opencv.Mats;
import java.awt.image.BufferedImage;
import javax.imageio.IIOImage;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final Pixels PICTURE = Pictures.quarters(40, 60);

    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @ValueSource(strings = {".png", ".bmp", ".tiff"})
    void losslessFilesKeepEveryValue(String extension) {
        DecodedImage decoded = decoder.decode(opencvFile(extension));

        assertThat(decoded.pixels()).isEqualTo(PICTURE);
        assertThat(decoded.header().size()).isEqualTo(new ImageSize(40, 60));
        assertThat(decoded.header().mode()).isEqualTo(ColorMode.RGB);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".webp"})
    void lossyFilesKeepTheColors(String extension) {
        assertQuarters(decoder.decode(opencvFile(extension)).pixels(), 6);
    }

    @Test
    void aProgressiveJpegIsLikeABaselineOne() {
        BufferedImage image = Pictures.image(PICTURE, BufferedImage.TYPE_INT_RGB);

        byte[] progressive = Pictures.file(new IIOImage(image, null, null), "jpeg", true);

        assertQuarters(decoder.decode(progressive).pixels(), 6);
    }

    @Test
    void aGrayJpegIsStoredGrayAndDecodesToThreeEqualChannels() {
        BufferedImage image = Pictures.image(PICTURE, BufferedImage.TYPE_BYTE_GRAY);

        DecodedImage decoded = decoder.decode(Pictures.file(image, "jpeg"));

        assertThat(decoded.header().storedGray()).isTrue();
        assertThat(decoded.pixels().at(3, 3, 0))
                .isEqualTo(decoded.pixels().at(3, 3, 1))
                .isEqualTo(decoded.pixels().at(3, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void cmykJpegComesOutInItsColors(int adobeTransform) {
        DecodedImage decoded = decoder.decode(SpecialFiles.cmyk(PICTURE, adobeTransform));

        assertThat(decoded.header().mode()).isEqualTo(ColorMode.CMYK);
        assertQuarters(decoded.pixels(), 10);
    }

    @Test
    void aPaletteAndATransparentPaletteAreRead() {
        BufferedImage indexed = Pictures.image(PICTURE, BufferedImage.TYPE_BYTE_INDEXED);

        DecodedImage png = decoder.decode(Pictures.file(indexed, "png"));

        assertThat(png.header().mode()).isEqualTo(ColorMode.PALETTE);
        assertQuarters(png.pixels(), 40);
    }

    @Test
    void theFirstFrameOfAGifIsRead() {
        BufferedImage indexed = Pictures.image(PICTURE, BufferedImage.TYPE_BYTE_INDEXED);

        DecodedImage gif = decoder.decode(Pictures.file(indexed, "gif"));

        assertThat(gif.header().format()).isEqualTo(ImageFormat.GIF);
        assertThat(gif.pixels()).isEqualTo(Pictures.pixels(indexed));
    }

    @ParameterizedTest
    @CsvSource({".png,255,220", ".png,0,255", ".png,128,237", ".webp,0,255", ".tiff,128,237"})
    void alphaIsLaidOnWhite(String extension, int opacity, int red) {
        DecodedImage decoded = decoder.decode(SpecialFiles.withAlpha(PICTURE, opacity, extension));

        assertThat(decoded.pixels().at(5, 5, 0)).isBetween(red - 1, red + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".tiff"})
    void sixteenBitsAreScaledToEight(String extension) {
        DecodedImage decoded = decoder.decode(SpecialFiles.sixteenBit(PICTURE, extension));

        assertThat(decoded.header().bitDepth()).isEqualTo(16);
        assertThat(decoded.pixels()).isEqualTo(PICTURE);
    }

    private static byte[] opencvFile(String extension) {
        try (Mat rgb = Mats.of(PICTURE.height(), PICTURE.width(), PICTURE.rgb());
                Mat bgr = new Mat()) {
            opencv_imgproc.cvtColor(rgb, bgr, opencv_imgproc.COLOR_RGB2BGR);
            return SpecialFiles.encoded(bgr, extension);
        }
    }

    private static void assertQuarters(Pixels pixels, int tolerance) {
        assertThat(pixels.size()).isEqualTo(PICTURE.size());
        for (int y : new int[] {8, 30}) {
            for (int x : new int[] {12, 46}) {
                for (int c = 0; c < 3; c++) {
                    assertThat(pixels.at(y, x, c))
                            .as("row %s column %s channel %s", y, x, c)
                            .isBetween(PICTURE.at(y, x, c) - tolerance, PICTURE.at(y, x, c) + tolerance);
                }
            }
        }
    }
}
