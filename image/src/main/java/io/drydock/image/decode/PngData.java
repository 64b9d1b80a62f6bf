package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** The compressed rows of a PNG: whether all are there, in one pass or the seven of an interlaced file. */
final class PngData {
    /** Column and row of the first pixel, and the steps to the next, of each pass (Adam7). */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int HIGHEST_FILTER = 4;

    /** Rows of equal length in a pass. */
    private record Rows(int count, int bytes) {}

    private final List<Rows> passes;

    private PngData(List<Rows> passes) {
        this.passes = passes;
    }

    /**
     * The rows that a header declares.
     *
     * @param header content of IHDR
     */
    static PngData of(byte[] header) {
        int width = ByteBuffer.wrap(header).getInt(0);
        int height = ByteBuffer.wrap(header).getInt(4);
        int values = switch (header[9]) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        long pixelBits = (long) values * header[8];
        List<Rows> passes = new ArrayList<>();
        for (int[] pass : header[12] == 0 ? new int[][] {{0, 0, 1, 1}} : PASSES) {
            int across = (width - pass[0] + pass[2] - 1) / pass[2];
            int down = (height - pass[1] + pass[3] - 1) / pass[3];
            if (across > 0 && down > 0) {
                passes.add(new Rows(down, (int) (1 + (across * pixelBits + 7) / 8)));
            }
        }
        return new PngData(passes);
    }

    /**
     * The data as it is; compressed anew where more follows on the last row.
     *
     * @throws ImageException if rows are missing or damaged
     */
    byte[] checked(byte[] compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            rows(inflater, OutputStream.nullOutputStream());
            boolean ends = inflater.inflate(new byte[1]) == 0 && inflater.finished() && inflater.getRemaining() == 0;
            return ends ? compressed : again(compressed);
        } catch (DataFormatException | IOException e) {
            throw new ImageException("damaged: the PNG data cannot be decoded (" + e.getMessage() + ")", e);
        } finally {
            inflater.end();
        }
    }

    private byte[] again(byte[] compressed) throws DataFormatException, IOException {
        Inflater inflater = new Inflater();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(compressed.length);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            inflater.setInput(compressed);
            rows(inflater, out);
        } finally {
            inflater.end();
            fast.end();
        }
        return bytes.toByteArray();
    }

    private void rows(Inflater inflater, OutputStream out) throws DataFormatException, IOException {
        long all = passes.stream().mapToLong(Rows::count).sum();
        long there = 0;
        for (Rows pass : passes) {
            byte[] row = new byte[pass.bytes()];
            for (int i = 0; i < pass.count(); i++, there++) {
                if (!filled(inflater, row)) {
                    throw new ImageException("truncated: the PNG is cut off after " + there + " of " + all + " rows");
                }
                if (row[0] < 0 || row[0] > HIGHEST_FILTER) {
                    throw new ImageException("damaged: PNG row " + there + " has the unknown filter " + row[0]);
                }
                out.write(row);
            }
        }
    }

    private static boolean filled(Inflater inflater, byte[] row) throws DataFormatException {
        int at = 0;
        while (at < row.length) {
            int read = inflater.inflate(row, at, row.length - at);
            if (read == 0) {
                return false;
            }
            at += read;
        }
        return true;
    }
}
