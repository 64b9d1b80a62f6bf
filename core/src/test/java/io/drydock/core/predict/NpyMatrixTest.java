package io.drydock.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.DataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyMatrixTest {
    private static final double[][] EXPECTED = {{0.1, 0.9}, {0.25, 0.75}, {0.5, 0.5}};

    /** As NumPy 2.4 saves the matrix: float32; float64 with columns first; float64 with the highest byte first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsIDIpLC"
                        + "B9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIArNzMw9ZmZm"
                        + "PwAAgD4AAEA/AAAAPwAAAD8=",
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMywgMiksIH"
                        + "0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAqamZmZmZm5"
                        + "PwAAAAAAANA/AAAAAAAA4D/NzMzMzMzsPwAAAAAAAOg/AAAAAAAA4D8=",
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsIDIpLC"
                        + "B9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/uZmZmZmZ"
                        + "mj/szMzMzMzNP9AAAAAAAAA/6AAAAAAAAD/gAAAAAAAAP+AAAAAAAAA="
            })
    void arraysThatNumPySavedAreRead(String base64) {
        double[][] found = NpyMatrix.parse(Base64.getDecoder().decode(base64), "p.npy");

        assertThat(found).hasDimensions(3, 2);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).containsExactly(EXPECTED[i], within(1e-7));
        }
    }

    @Test
    void anArrayOfOtherNumbersOrShapeIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> parse("'<i8'", "(3, 2)"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("type <i8")
                .hasMessageContaining("astype");
        assertThatThrownBy(() -> parse("'<f8'", "(3,)"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("shape (3,)")
                .hasMessageContaining("[images][classes]");
        assertThatThrownBy(() -> parse("'<f8'", "(300, 2)"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("shorter than its header says");
        assertThatThrownBy(() -> NpyMatrix.parse("image,1,2\n".getBytes(StandardCharsets.UTF_8), "p.npy"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("p.npy is no .npy file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(-3, 2)",
                "(0, 2)",
                "(3, 0)",
                "(2147483647, 2147483647)",
                "(999999999, 999999999)",
                "(1073741824, 1073741824)",
                "(3.5, 2)",
                "(3, x)",
                "()",
                "(, )",
                "(3, 2, 1)"
            })
    void aShapeThatNoFileCanHoldIsRefused(String shape) {
        assertThatThrownBy(() -> parse("'<f8'", shape))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("p.npy");
    }

    /** Every byte of a header replaced by several others, and the file cut at every length. */
    @Test
    void noDamageToAFileIsMoreThanARefusal() {
        byte[] header =
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }\n".getBytes(StandardCharsets.UTF_8);
        byte[] whole = file(header);
        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0, '-', '9', '(', 0x80, 0xff}) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                readOrRefuse(damaged);
            }
            readOrRefuse(Arrays.copyOf(whole, at));
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(NpyMatrix.parse(bytes, "p.npy")).isNotEmpty();
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining("p.npy");
        }
    }

    private static double[][] parse(String type, String shape) {
        byte[] header = ("{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.UTF_8);
        return NpyMatrix.parse(file(header), "p.npy");
    }

    /** A file of version 1 with room for six wide numbers. */
    private static byte[] file(byte[] header) {
        byte[] file = Arrays.copyOf(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0},
                10 + header.length + 48);
        System.arraycopy(header, 0, file, 10, header.length);
        return file;
    }
}
