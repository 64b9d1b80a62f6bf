package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.image.Pictures;
import io.drydock.image.encode.ImageEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quarters of the upright picture by their first letters, row by row, for each of the 8 orientations. */
class OrientationTest {
    private static final Pixels PICTURE = Pictures.quarters(40, 60);

    @ParameterizedTest
    @CsvSource({"1,RGBY", "2,GRYB", "3,YBGR", "4,BYRG", "5,RBGY", "6,BRYG", "7,YGBR", "8,GYRB"})
    void theRotationOfEveryFormatIsAppliedExactlyOnce(int orientation, String upright) {
        byte[] jpeg = ImageEncoder.jpeg(PICTURE, 95);
        byte[] webp = SpecialFiles.withAlpha(PICTURE, 255, ".webp");

        assertUpright(SpecialFiles.withOrientation(jpeg, orientation, false), orientation, upright);
        assertUpright(SpecialFiles.withOrientation(jpeg, orientation, true), orientation, upright);
        assertUpright(TurnedFiles.png(ImageEncoder.png(PICTURE), orientation), orientation, upright);
        assertUpright(TurnedFiles.webp(webp, 40, 60, orientation), orientation, upright);
        assertUpright(
                TurnedFiles.tiff(SpecialFiles.withAlpha(PICTURE, 255, ".tiff"), orientation), orientation, upright);
        assertUpright(TurnedFiles.tiff(SpecialFiles.sixteenBit(PICTURE, ".tiff"), orientation), orientation, upright);
    }

    private static void assertUpright(byte[] file, int orientation, String upright) {
        DecodedImage decoded = new ImageDecoder().decode(file);

        assertThat(decoded.header().orientation()).isEqualTo(orientation);
        assertThat(decoded.pixels().size()).isEqualTo(decoded.header().size());
        assertThat(quarterNames(decoded.pixels()))
                .as("%s", decoded.header().format())
                .isEqualTo(upright);
    }

    private static String quarterNames(Pixels pixels) {
        int h = pixels.height();
        int w = pixels.width();
        return name(pixels, h / 4, w / 4)
                + name(pixels, h / 4, 3 * w / 4)
                + name(pixels, 3 * h / 4, w / 4)
                + name(pixels, 3 * h / 4, 3 * w / 4);
    }

    private static String name(Pixels pixels, int y, int x) {
        boolean red = pixels.at(y, x, 0) > 128;
        boolean green = pixels.at(y, x, 1) > 128;
        return red && green ? "Y" : red ? "R" : green ? "G" : "B";
    }
}
