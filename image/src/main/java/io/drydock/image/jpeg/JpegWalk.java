package io.drydock.image.jpeg;

import io.drydock.core.error.ImageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Walks the segments of a JPEG from its first to its end marker. For one thread at a time. */
final class JpegWalk {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int TABLES = 0xC4;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int JFIF = 0xE0;
    private static final int ADOBE = 0xEE;

    private final byte[] file;
    private final Map<Integer, HuffmanCodes> tables = new HashMap<>();
    private Optional<JpegFrame> frame = Optional.empty();
    private int restartInterval;
    private boolean damaged;
    private int scans;

    JpegWalk(byte[] file) {
        this.file = file;
    }

    JpegCondition run() {
        int at = 2;
        while (at < file.length) {
            int marker = marker(at);
            damaged |= marker - at > 1 && !isPadding(at, marker);
            if (marker >= file.length || byteAt(marker) == END) {
                damaged |= marker >= file.length;
                break;
            }
            at = marker + 1;
            if (hasLength(byteAt(marker))) {
                int length = byteAt(at) << 8 | byteAt(at + 1);
                if (length < 2 || at + length > file.length) {
                    throw new ImageException("damaged: a JPEG segment of " + length + " bytes");
                }
                at = segment(byteAt(marker), at + 2, length - 2);
            } else {
                damaged = true;
            }
        }
        JpegFrame found = frame.filter(one -> scans > 0)
                .orElseThrow(() -> new ImageException("damaged: JPEG without picture data"));
        double area = found.mean(JpegComponent::missingArea);
        double detail = Math.max(area, found.mean(JpegComponent::missingDetail));
        return new JpegCondition(area, detail, damaged || detail > 0);
    }

    /** Reads a segment; returns where the next one starts. */
    private int segment(int marker, int at, int length) {
        int end = at + length;
        if (marker == TABLES) {
            HuffmanTables.read(file, at, end, tables);
        } else if (marker == RESTART_INTERVAL && length >= 2) {
            restartInterval = byteAt(at) << 8 | byteAt(at + 1);
        } else if (marker == SCAN) {
            return scan(at, length);
        } else if (isFrame(marker)) {
            frame(marker, at, length);
        } else if (marker == JFIF && startsWith(at, length, "JFIF\0")) {
            damaged |= length < 14 || byteAt(at + 5) != 1;
        } else if (marker == ADOBE && startsWith(at, length, "Adobe")) {
            damaged |= length < 12 || byteAt(at + 11) > 2;
        }
        return end;
    }

    private void frame(int marker, int at, int length) {
        if (frame.isPresent()) {
            throw new ImageException("damaged: a JPEG of two frames");
        }
        if (marker > 0xC2) {
            throw new ImageException("a JPEG with " + (marker == 0xC3 ? "lossless" : "arithmetic or hierarchical")
                    + " coding, which is not read. Save it as a usual JPEG");
        }
        frame = Optional.of(new JpegFrame(file, at, length, marker));
    }

    private int scan(int at, int length) {
        JpegFrame known = frame.orElseThrow(() -> new ImageException("damaged: JPEG scan without a frame header"));
        if (length < 6) {
            throw new ImageException("damaged: a JPEG scan header of " + length + " bytes");
        }
        scans++;
        JpegScan scan = JpegScan.read(file, at, length, known);
        int range = at + 1 + 2 * byteAt(at);
        boolean all = byteAt(range) == 0 && byteAt(range + 1) == 63 && byteAt(range + 2) == 0;
        damaged |= known.progressive() ? !expected(scan) : !all;
        ScanWalk walk = new ScanWalk(file, at + length, known, scan, restartInterval, tables);
        int end = walk.run();
        damaged |= walk.damaged() || walk.exhausted();
        return end;
    }

    private static boolean expected(JpegScan scan) {
        return scan.components().stream().allMatch(component -> component.expects(scan));
    }

    /** Position of the marker code at or after a 0xFF. */
    private int marker(int start) {
        int at = start;
        while (at < file.length && byteAt(at) != 0xFF) {
            at++;
        }
        while (at < file.length && byteAt(at) == 0xFF) {
            at++;
        }
        return at;
    }

    private boolean isPadding(int from, int to) {
        boolean padding = true;
        for (int at = from; at < to; at++) {
            padding &= byteAt(at) == 0xFF;
        }
        return padding;
    }

    private boolean startsWith(int at, int length, String ascii) {
        boolean same = length >= ascii.length();
        for (int i = 0; same && i < ascii.length(); i++) {
            same = byteAt(at + i) == ascii.charAt(i);
        }
        return same;
    }

    private int byteAt(int at) {
        return at < file.length ? file[at] & 0xFF : 0;
    }

    private static boolean hasLength(int marker) {
        return marker > 0x01 && !(marker >= 0xD0 && marker <= 0xD8);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != TABLES && marker != 0xC8 && marker != 0xCC;
    }
}
