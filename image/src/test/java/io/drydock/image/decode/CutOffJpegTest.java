package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;

import io.drydock.core.error.ImageException;
import io.drydock.image.Pictures;
import io.drydock.image.jpeg.JpegCondition;
import io.drydock.sample.ShipType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutOffJpegTest {
    private static final Pixels SHIP = Pictures.ship(ShipType.CARGO, 5, 143, 217);

    private final ImageDecoder decoder = new ImageDecoder();

    static Stream<byte[]> whole() {
        return Stream.of(
                DrawnFiles.jpeg(SHIP),
                DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_PROGRESSIVE, 1),
                DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_RST_INTERVAL, 3),
                DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_PROGRESSIVE, 1, IMWRITE_JPEG_RST_INTERVAL, 4),
                Pictures.file(Pictures.image(SHIP, java.awt.image.BufferedImage.TYPE_BYTE_GRAY), "jpeg"),
                SpecialFiles.cmyk(SHIP, 0));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void aWholeFileLacksNothing(byte[] file) {
        assertThat(JpegCondition.of(file)).isEqualTo(JpegCondition.WHOLE);
    }

    @ParameterizedTest
    @MethodSource("whole")
    void dataThatEndsEarlyIsMissingHoweverTheFileEnds(byte[] file) {
        byte[] most = ending(Arrays.copyOf(file, file.length - (file.length - start(file)) / 5));

        JpegCondition condition = decoder.decode(most).condition();

        assertThat(condition.isCutOff()).isTrue();
        assertThat(condition.missingDetail()).isBetween(0.01, 0.6);
    }

    @Test
    void theShareThatIsMissingIsTheAreaThatIsMissing() {
        byte[] file = DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_RST_INTERVAL, 14);
        byte[] top = ending(Arrays.copyOf(file, restart(file, 5)));

        DecodedImage image = decoder.decode(top);

        assertThat(image.condition().missingArea()).isCloseTo(3 / 9.0, within(0.001));
        assertThat(image.pixels().at(20, 100, 0))
                .isEqualTo(new ImageDecoder().decode(file).pixels().at(20, 100, 0));
    }

    @Test
    void aFileOfWhichMostIsMissingIsRefused() {
        byte[] file = DrawnFiles.jpeg(SHIP);
        byte[] little = ending(Arrays.copyOf(file, start(file) + 200));

        assertThatThrownBy(() -> decoder.decode(little))
                .isInstanceOf(ImageException.class)
                .hasMessageMatching("cut off: 9. % of the picture is missing");
    }

    @Test
    void aSizeOfWhichOnlyACornerIsThereIsRefused() {
        byte[] file = DrawnFiles.jpeg(Pictures.quarters(40, 60));
        byte[] claims = file.clone();
        int frame = frame(file);
        claims[frame + 5] = (byte) (9999 >> 8);
        claims[frame + 6] = (byte) 9999;
        claims[frame + 7] = (byte) (10000 >> 8);
        claims[frame + 8] = (byte) (10000 & 0xFF);

        assertThatThrownBy(() -> decoder.decode(claims)).hasMessage("cut off: 100 % of the picture is missing");
    }

    @Test
    void aLostRestartMarkerIsDamage() {
        byte[] file = DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_RST_INTERVAL, 14);
        int third = restart(file, 2);

        JpegCondition lost = decoder.decode(DrawnFiles.without(file, third, 2)).condition();
        JpegCondition gap = decoder.decode(DrawnFiles.without(file, third, restart(file, 3) - third))
                .condition();

        assertThat(lost.damaged()).isTrue();
        assertThat(gap.missingArea()).isCloseTo(1 / 9.0, within(0.001));
    }

    @Test
    void missingScansOfAProgressiveFileCostDetailAndNoArea() {
        byte[] file = DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_PROGRESSIVE, 1);
        List<Integer> scans = scans(file);
        byte[] rough = ending(Arrays.copyOf(file, scans.get(2)));

        JpegCondition condition = decoder.decode(rough).condition();

        assertThat(condition.missingArea()).isZero();
        assertThat(condition.missingDetail()).isGreaterThan(0.5);
        assertThat(condition.isCutOff()).isTrue();
    }

    @Test
    void theRestOfADamagedFileLooksAsOpenCvDecodesIt() {
        byte[] file = DrawnFiles.jpeg(SHIP);
        byte[] stray = DrawnFiles.without(file, 0, 0);
        byte[] withStray = Arrays.copyOf(stray, stray.length + 3);
        System.arraycopy(new byte[] {1, 2, 3}, 0, withStray, stray.length - 2, 3);
        withStray[withStray.length - 2] = (byte) 0xFF;
        withStray[withStray.length - 1] = (byte) 0xD9;

        DecodedImage damaged = decoder.decode(withStray);

        assertThat(damaged.condition().damaged()).isTrue();
        assertThat(damaged.condition().isCutOff()).isFalse();
        Pixels whole = decoder.decode(file).pixels();
        long far = 0;
        for (int i = 0; i < whole.rgb().length; i++) {
            far += Math.abs((whole.rgb()[i] & 0xFF) - (damaged.pixels().rgb()[i] & 0xFF)) > 4 ? 1 : 0;
        }
        assertThat(far).isLessThan(whole.rgb().length / 100);
    }

    @Test
    void moreThanAHundredScansAreRefused() {
        byte[] file = DrawnFiles.jpeg(SHIP, IMWRITE_JPEG_PROGRESSIVE, 1);
        List<Integer> scans = scans(file);
        int last = scans.get(scans.size() - 1);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, last);
        for (int i = 0; i < 101; i++) {
            bomb.write(file, last, file.length - 2 - last);
        }
        bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThatThrownBy(() -> decoder.decode(bomb.toByteArray()))
                .hasMessage("refused: a JPEG of more than 100 scans");
    }

    private static byte[] ending(byte[] cut) {
        byte[] file = Arrays.copyOf(cut, cut.length + 2);
        file[cut.length] = (byte) 0xFF;
        file[cut.length + 1] = (byte) 0xD9;
        return file;
    }

    private static int marker(byte[] file, int from, int code) {
        for (int at = from; at + 1 < file.length; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == code) {
                return at;
            }
        }
        throw new IllegalStateException("no marker " + code);
    }

    private static int start(byte[] file) {
        return marker(file, 0, 0xDA) + 14;
    }

    private static int frame(byte[] file) {
        return marker(file, 0, 0xC0);
    }

    /** Position of the n-th restart marker, from 0. */
    private static int restart(byte[] file, int n) {
        return marker(file, start(file), 0xD0 + n % 8);
    }

    private static List<Integer> scans(byte[] file) {
        List<Integer> scans = new java.util.ArrayList<>();
        for (int at = 0; at + 1 < file.length; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xDA) {
                scans.add(at);
            }
        }
        return scans;
    }
}
