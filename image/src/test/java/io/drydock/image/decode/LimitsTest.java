package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ImageException;
import io.drydock.image.Pictures;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Pixels PICTURE = Pictures.quarters(64, 80);

    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @CsvSource({"3,2", "4,4", "8,2", "9,4", "13,4"})
    void aTiffSizeCountsInEveryTypeOfIntegerAndByteOrder(int type, int bytes) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] tiff = tiff(order, type, bytes, 30000);

            assertThatThrownBy(() -> decoder.decode(tiff))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessageContaining("declares 30000x30000");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7})
    void aTiffSizeInBytesIsThatOfTheByte(int type) {
        byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, type, 1, 30000);

        assertThatThrownBy(() -> decoder.decode(tiff)).isInstanceOf(ImageException.class);
        assertThat(ImageHeader.read(tiff).height()).isEqualTo(30000 & 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"16", "17", "18"})
    void aTiffSizeOfEightBytesIsReadWhereItStands(int type) {
        ByteBuffer tiff = ByteBuffer.wrap(Arrays.copyOf(tiff(ByteOrder.LITTLE_ENDIAN, type, 4, 200), 300))
                .order(ByteOrder.LITTLE_ENDIAN);
        tiff.putLong(200, 30000);

        assertThatThrownBy(() -> decoder.decode(tiff.array())).hasMessageContaining("declares 30000x30000");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 11, 12, 99})
    void aTiffSizeThatIsNoIntegerIsRefused(int type) {
        assertThatThrownBy(() -> decoder.decode(tiff(ByteOrder.LITTLE_ENDIAN, type, 4, 30000)))
                .hasMessageContaining("of type " + type);
    }

    @Test
    void aTiffOfTwoWidthsIsRefused() {
        byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, 3, 2, 30);
        ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(10 + 4, 2);

        assertThatThrownBy(() -> decoder.decode(tiff)).hasMessageContaining("2 values of the width");
    }

    @Test
    void aBigTiffIsNoTiff() {
        byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, 4, 4, 30000);
        tiff[2] = 43;

        assertThatThrownBy(() -> decoder.decode(tiff)).hasMessageStartingWith("not a picture");
    }

    @Test
    void pixelsOfSixteenBitsCountTwice() {
        ImageDecoder small = new ImageDecoder(PICTURE.size().area());

        assertThat(small.decode(DrawnFiles.opencv(PICTURE, ".png")).pixels()).isEqualTo(PICTURE);
        for (String extension : new String[] {".png", ".tiff"}) {
            assertThatThrownBy(() -> small.decode(SpecialFiles.sixteenBit(PICTURE, extension)))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessage("declares 64x80 = 5120 pixels, over the limit of 2560 at 16 bits");
        }
    }

    @Test
    void aBitmapCountsItsRowsFromTopOrFromBottom() {
        byte[] bmp = DrawnFiles.opencv(PICTURE, ".bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -30000).putInt(18, 30000);

        assertThatThrownBy(() -> decoder.decode(bmp)).hasMessageContaining("declares 30000x30000");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, Integer.MIN_VALUE);
        assertThatThrownBy(() -> decoder.decode(bmp)).hasMessageContaining("declares a size");
    }

    @Test
    void aHugeFileIsJudgedByItsFirstBytes(@TempDir Path folder) throws Exception {
        Path junk = sparse(folder.resolve("junk.jpg"), new byte[0], 3_000_000_000L);
        Path png = sparse(
                folder.resolve("long.png"),
                Arrays.copyOf(DrawnFiles.opencv(PICTURE, ".png"), 100),
                PictureFile.MOST_BYTES + 1);

        assertThatThrownBy(() -> decoder.decode(junk)).hasMessageContaining("junk.jpg: not a picture");
        assertThatThrownBy(() -> decoder.decode(png)).hasMessageContaining("has 536870913 bytes, over the limit");
    }

    @Test
    void aHeaderOverTheLimitIsRefusedBeforeTheFileIsRead(@TempDir Path folder) throws Exception {
        byte[] png = DrawnFiles.opencv(PICTURE, ".png");
        ByteBuffer.wrap(png).putInt(16, 60000).putInt(20, 60000);
        Path file = sparse(folder.resolve("big.png"), png, 400_000_000L);

        assertThatThrownBy(() -> decoder.bytes(file)).isInstanceOf(TooLargeException.class);
    }

    @Test
    void aFolderIsNoPicture(@TempDir Path folder) {
        assertThatThrownBy(() -> decoder.decode(folder)).hasMessageContaining("not a file");
    }

    private static Path sparse(Path file, byte[] start, long size) throws Exception {
        Files.write(file, start);
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(size);
        }
        return file;
    }

    /** A directory of width and height of some type, with a value of some bytes or a position. */
    private static byte[] tiff(ByteOrder order, int type, int bytes, int value) {
        ByteBuffer tiff = ByteBuffer.allocate(100).order(order);
        tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
        tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        for (int tag : new int[] {256, 257}) {
            tiff.putShort((short) tag).putShort((short) type).putInt(1);
            int at = tiff.position();
            if (bytes == 1) {
                tiff.put((byte) value);
            } else if (bytes == 2) {
                tiff.putShort((short) value);
            } else {
                tiff.putInt(value);
            }
            tiff.position(at + 4);
        }
        return tiff.array();
    }
}
