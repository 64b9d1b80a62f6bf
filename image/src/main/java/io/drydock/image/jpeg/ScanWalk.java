package io.drydock.image.jpeg;

import java.util.Map;

/** Walks the coded data of one scan and counts the units that are there. For one thread at a time. */
final class ScanWalk {
    private static final int FIRST_RESTART = 0xD0;

    private final byte[] file;
    private final JpegFrame frame;
    private final JpegScan scan;
    private final int restartInterval;
    private final HuffmanCodes[] dc;
    private final HuffmanCodes[] ac;
    private final CodedBits bits;
    private final BlockReader blocks;
    private boolean invalid;
    private boolean restartLost;

    ScanWalk(
            byte[] file,
            int start,
            JpegFrame frame,
            JpegScan scan,
            int restartInterval,
            Map<Integer, HuffmanCodes> tables) {
        this.file = file;
        this.frame = frame;
        this.scan = scan;
        this.restartInterval = restartInterval;
        this.dc = new HuffmanCodes[scan.components().size()];
        this.ac = new HuffmanCodes[scan.components().size()];
        for (int i = 0; i < dc.length; i++) {
            dc[i] = HuffmanTables.dc(tables, scan.dc().get(i));
            ac[i] = HuffmanTables.ac(tables, scan.ac().get(i));
        }
        this.bits = new CodedBits(file, start);
        this.blocks = new BlockReader(scan, bits, frame.progressive());
    }

    /** Reads it all; returns the position of the 0xFF of the marker behind it, or the length of the file. */
    int run() {
        JpegComponent only = scan.components().get(0);
        int columns = scan.interleaved() ? frame.unitColumns() : only.blockColumns;
        int units = columns * (scan.interleaved() ? frame.unitRows() : only.blockRows);
        int interval = restartInterval == 0 ? units : restartInterval;
        int there = 0;
        for (int from = 0, restart = 0; from < units; from += interval, restart = restart + 1 & 7) {
            boolean empty = from > 0 && !restarted(restart + 7 & 7);
            int to = Math.min(units, from + interval);
            for (int unit = from; unit < to && !empty; unit++) {
                if (!unit(unit, columns)) {
                    break;
                }
                there++;
            }
        }
        double part = (double) there / units;
        scan.components().forEach(component -> component.received(scan, part));
        return bits.end();
    }

    private boolean unit(int unit, int columns) {
        boolean valid = true;
        if (!scan.interleaved()) {
            JpegComponent only = scan.components().get(0);
            valid = blocks.read(only, unit / columns * only.stride + unit % columns, dc[0], ac[0]);
        } else {
            for (int i = 0; i < dc.length && valid; i++) {
                JpegComponent component = scan.components().get(i);
                int row = unit / columns * component.down;
                int column = unit % columns * component.across;
                for (int b = 0; b < component.across * component.down && valid; b++) {
                    int block = (row + b / component.across) * component.stride + column + b % component.across;
                    valid = blocks.read(component, block, dc[i], ac[i]);
                }
            }
        }
        invalid |= !valid && !bits.exhausted();
        return valid && !bits.exhausted();
    }

    /** Goes behind the restart marker of a number as decoders do; false where its data is lost. */
    private boolean restarted(int wanted) {
        int marker = bits.end();
        while (marker + 1 < file.length) {
            int number = (file[marker + 1] & 0xFF) - FIRST_RESTART;
            boolean isRestart = number >= 0 && number < 8;
            int ahead = number - wanted & 7;
            if (number >= 8 || (isRestart && (ahead == 1 || ahead == 2))) {
                restartLost = true;
                return false;
            }
            bits.restart(marker + 2);
            blocks.restart();
            if (isRestart && ahead < 6) {
                restartLost |= ahead != 0;
                return true;
            }
            restartLost = true;
            marker = bits.end();
        }
        restartLost = true;
        return false;
    }

    /** Whether a decoder would complain of something other than an early end. */
    boolean damaged() {
        return invalid || restartLost || bits.unread() > 0;
    }

    /** Whether the data ends before its last unit. */
    boolean exhausted() {
        return bits.exhausted();
    }
}
