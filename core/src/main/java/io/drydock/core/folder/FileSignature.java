package io.drydock.core.folder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Kinds of pictures by their first bytes, those that are read first. */
public enum FileSignature {
    JPEG(true),
    PNG(true),
    GIF(true),
    WEBP(true),
    BMP(true),
    TIFF(true),
    BIG_TIFF(false),
    AVIF(false),
    HEIC(false),
    JPEG_2000(false),
    JPEG_XL(false),
    PHOTOSHOP(false),
    PDF(false);

    /** Bytes that are enough to tell. */
    public static final int LENGTH = 32;

    private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private final boolean read;

    FileSignature(boolean read) {
        this.read = read;
    }

    /** Whether pictures of this kind are read. */
    public boolean isRead() {
        return read;
    }

    /**
     * The kind that a file begins as.
     *
     * @param first its first {@link #LENGTH} bytes, or all where it has fewer
     */
    public static Optional<FileSignature> of(byte[] first) {
        return Arrays.stream(values()).filter(kind -> kind.matches(first)).findFirst();
    }

    private boolean matches(byte[] first) {
        return switch (this) {
            case JPEG -> has(first, 0, "\u00FF\u00D8\u00FF");
            case PNG -> has(first, 0, "\u0089PNG\r\n\u001A\n");
            case GIF -> has(first, 0, "GIF87a") || has(first, 0, "GIF89a");
            case WEBP -> has(first, 0, "RIFF") && has(first, 8, "WEBP");
            case BMP -> has(first, 0, "BM") && has(first, 6, "\0\0\0\0") && bmpHeader(first);
            case TIFF -> has(first, 0, "II*\0") || has(first, 0, "MM\0*");
            case BIG_TIFF -> has(first, 0, "II+\0") || has(first, 0, "MM\0+");
            case AVIF -> has(first, 4, "ftypavif") || has(first, 4, "ftypavis");
            case HEIC -> has(first, 4, "ftyphe") || has(first, 4, "ftypmif1") || has(first, 4, "ftypmsf1");
            case JPEG_2000 -> has(first, 4, "jP  \r\n\u0087\n") || has(first, 0, "\u00FFO\u00FFQ");
            case JPEG_XL -> has(first, 4, "JXL \r\n\u0087\n") || has(first, 0, "\u00FF\n");
            case PHOTOSHOP -> has(first, 0, "8BPS");
            case PDF -> has(first, 0, "%PDF-");
        };
    }

    /** Text may begin with "BM" too, so the second header must have one of the sizes of BMP. */
    private static boolean bmpHeader(byte[] first) {
        return first.length >= 18
                && first[15] == 0
                && first[16] == 0
                && first[17] == 0
                && BMP_HEADERS.contains(first[14] & 0xFF);
    }

    private static boolean has(byte[] first, int at, String latin1) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return first.length >= at + expected.length
                && Arrays.equals(first, at, at + expected.length, expected, 0, expected.length);
    }
}
