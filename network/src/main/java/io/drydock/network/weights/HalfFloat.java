package io.drydock.network.weights;

/** Conversions of 16-bit floats (Java 17 has none of its own). Safe for use by many threads. */
final class HalfFloat {
    private static final int SIGN = 0x8000;

    private HalfFloat() {}

    /** IEEE binary16 to float, exactly. */
    static float fromHalf(short half) {
        int sign = (half & SIGN) << 16;
        int exponent = (half >>> 10) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | (fraction << 13));
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
    }

    /** Float to IEEE binary16, to nearest even; too large becomes infinity. */
    static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & SIGN;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude > 0x7F800000) {
            return (short) (sign | 0x7E00);
        }
        if (magnitude >= 0x477FF000) {
            return (short) (sign | 0x7C00);
        }
        if (magnitude < 0x38800000) {
            float scaled = Float.intBitsToFloat(magnitude) * 0x1p24f;
            return (short) (sign | (int) Math.rint(scaled));
        }
        int rounded = magnitude + 0xFFF + ((magnitude >>> 13) & 1);
        return (short) (sign | ((rounded - 0x38000000) >>> 13));
    }

    /** bfloat16 (the upper half of a float) to float, exactly. */
    static float fromBrain(short brain) {
        return Float.intBitsToFloat(brain << 16);
    }
}
