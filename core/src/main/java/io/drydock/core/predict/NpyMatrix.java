package io.drydock.core.predict;

import io.drydock.core.error.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a two-dimensional array of 32- or 64-bit floats from a NumPy {@code .npy} file, format versions 1 to 3, either byte
 * order, rows or columns first. Safe for use by many threads.
 */
public final class NpyMatrix {
    private static final long LARGEST_BYTES = 1L << 30;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** A side of an array that is not empty, below a billion. */
    private static final String SIDE = "[1-9][0-9]{0,8}";

    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=]?)(\\w+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

    private NpyMatrix() {}

    /**
     * The matrix.
     *
     * @return [rows][columns]
     * @throws DataException if the file cannot be read, or holds something else
     */
    public static double[][] read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new DataException(
                        file + " has more than 1 GB, which is more than probabilities of any set here need.");
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new DataException("Could not read " + file + ": " + e + ".", e);
        }
    }

    /**
     * The matrix in the bytes of a file.
     *
     * @param name what messages call it
     */
    static double[][] parse(byte[] bytes, String name) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes.length < 10 || bytes[i] != MAGIC[i]) {
                throw new DataException(name + " is no .npy file. Write one by numpy.save(FILE, probabilities).");
            }
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = bytes[6] >= 2;
        int start = wide ? 12 : 10;
        int length = wide && bytes.length >= 12 ? file.getInt(8) : file.getShort(8) & 0xffff;
        if (length < 0 || start + (long) length > bytes.length) {
            throw torn(name);
        }
        String header = new String(bytes, start, length, StandardCharsets.UTF_8);
        file.position(start + length);
        return values(header, file, name);
    }

    private static double[][] values(String header, ByteBuffer file, String name) {
        Matcher type = found(TYPE, header, name);
        if (!type.group(2).equals("f4") && !type.group(2).equals("f8")) {
            throw new DataException(name + " holds numbers of type " + type.group(1) + type.group(2)
                    + ", and probabilities must be float32 or float64. Save probabilities.astype(\"float64\").");
        }
        int bytesEach = type.group(2).equals("f4") ? Float.BYTES : Double.BYTES;
        int[] shape = shape(found(SHAPE, header, name).group(1), name);
        if ((long) shape[0] * shape[1] > file.remaining() / bytesEach) {
            throw torn(name);
        }
        file.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean columnsFirst = found(ORDER, header, name).group(1).equals("True");
        int start = file.position();
        double[][] matrix = new double[shape[0]][shape[1]];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                int at = start + bytesEach * (columnsFirst ? j * shape[0] + i : i * shape[1] + j);
                matrix[i][j] = bytesEach == Float.BYTES ? file.getFloat(at) : file.getDouble(at);
            }
        }
        return matrix;
    }

    private static int[] shape(String text, String name) {
        String[] sides = text.strip().split("\\s*,\\s*");
        if (sides.length != 2) {
            throw new DataException(name + " has shape (" + text + "), and probabilities are [images][classes].");
        }
        if (!sides[0].matches(SIDE) || !sides[1].matches(SIDE)) {
            throw new DataException(name + " has shape (" + text + "), which is empty, too large or damaged.");
        }
        return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])};
    }

    private static Matcher found(Pattern pattern, String header, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new DataException(name + " has a header that describes no plain array: " + header.strip()
                    + ". Write it by numpy.save(FILE, probabilities).");
        }
        return matcher;
    }

    private static DataException torn(String name) {
        return new DataException(name + " is shorter than its header says. Write it again.");
    }
}
