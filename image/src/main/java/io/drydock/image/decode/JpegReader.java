package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** JPEG (ITU T.81): walks the marker segments; the picture is whole when its end marker is reached. */
final class JpegReader implements FormatReader {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    /** More scans than any camera or tool writes; each costs a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    @Override
    public boolean matches(FileBytes file) {
        return file.startsWith(0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public ImageHeader header(FileBytes file) {
        int orientation = 1;
        long at = 2;
        while (true) {
            at = marker(file, at);
            int marker = file.u8(at);
            if (marker == START_OF_SCAN || marker == END) {
                throw new ImageException("damaged: JPEG scan without a frame header");
            }
            if (standsAlone(marker)) {
                at++;
                continue;
            }
            long segment = at + 3;
            long next = at + 1 + segmentLength(file, at + 1);
            if (isFrame(marker)) {
                return frame(file, segment, orientation(file, next, orientation));
            }
            if (isExif(file, marker, segment)) {
                orientation = ExifOrientation.read(file, segment + 6);
            }
            at = next;
        }
    }

    /** EXIF may also follow the frame header. */
    private static int orientation(FileBytes file, long start, int found) {
        long at = start;
        while (found == 1 && at + 4 < file.length() && file.u8(at) == 0xFF) {
            int marker = file.u8(at + 1);
            if (marker == START_OF_SCAN || standsAlone(marker)) {
                break;
            }
            if (isExif(file, marker, at + 4)) {
                return ExifOrientation.read(file, at + 10);
            }
            at += 2 + segmentLength(file, at + 2);
        }
        return found;
    }

    private static boolean isExif(FileBytes file, int marker, long segment) {
        return marker == 0xE1 && file.startsWith(segment, "Exif\0\0");
    }

    private static ImageHeader frame(FileBytes file, long segment, int orientation) {
        int components = file.u8(segment + 5);
        ColorMode mode = components == 1 ? ColorMode.GRAY : components == 4 ? ColorMode.CMYK : ColorMode.RGB;
        return new ImageHeader(
                ImageFormat.JPEG,
                file.u16(segment + 1, false),
                file.u16(segment + 3, false),
                mode,
                file.u8(segment),
                orientation);
    }

    /** Whether the three components are red, green and blue rather than brightness and two colors. */
    boolean storesRgb(FileBytes file) {
        int transform = adobeTransform(file);
        boolean jfif = false;
        long at = 2;
        while (true) {
            at = marker(file, at);
            int marker = file.u8(at);
            jfif |= marker == 0xE0 && file.startsWith(at + 3, "JFIF");
            if (isFrame(marker)) {
                boolean named = file.u8(at + 8) == 3
                        && file.u8(at + 9) == 'R'
                        && file.u8(at + 12) == 'G'
                        && file.u8(at + 15) == 'B';
                return !jfif && (transform >= 0 ? transform == 0 : named);
            }
            at = standsAlone(marker) ? at + 1 : at + 1 + segmentLength(file, at + 1);
        }
    }

    /** The Adobe marker's color transform (0 none, 1 YCbCr, 2 YCCK), or -1 without the marker. */
    int adobeTransform(FileBytes file) {
        long at = 2;
        while (true) {
            at = marker(file, at);
            int marker = file.u8(at);
            if (marker == START_OF_SCAN || marker == END) {
                return -1;
            }
            if (marker == 0xEE && file.startsWith(at + 3, "Adobe")) {
                return file.u8(at + 14);
            }
            at = standsAlone(marker) ? at + 1 : at + 1 + segmentLength(file, at + 1);
        }
    }

    @Override
    public void requireWhole(FileBytes file) {
        long at = 2;
        int scans = 0;
        while (true) {
            at = marker(file, at);
            int marker = file.u8(at);
            if (marker == END) {
                if (scans == 0) {
                    throw new ImageException("damaged: JPEG without picture data");
                }
                return;
            }
            at = standsAlone(marker) ? at + 1 : at + 1 + segmentLength(file, at + 1);
            if (marker == START_OF_SCAN) {
                if (++scans > MOST_SCANS) {
                    throw new ImageException("refused: a JPEG of more than " + MOST_SCANS + " scans");
                }
                at = skipScan(file, at);
            }
        }
    }

    /** Position of the 0xFF that starts the next marker after coded data. */
    private static long skipScan(FileBytes file, long start) {
        int end = file.length() - 1;
        for (int at = (int) start; at < end; at++) {
            if (file.u8(at) == 0xFF) {
                int next = file.u8(at + 1);
                if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                    return at;
                }
            }
        }
        throw new ImageException(
                "truncated: the JPEG is cut off after " + file.length() + " bytes, without its end marker");
    }

    /** Position of the marker code at or after a 0xFF; stray bytes between segments are skipped as decoders do. */
    private static long marker(FileBytes file, long start) {
        long at = start;
        while (file.u8(at) != 0xFF) {
            at++;
        }
        while (file.u8(at) == 0xFF) {
            at++;
        }
        return at;
    }

    private static int segmentLength(FileBytes file, long at) {
        int length = file.u16(at, false);
        if (length < 2) {
            throw new ImageException("damaged: JPEG segment of " + length + " bytes");
        }
        return length;
    }

    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
