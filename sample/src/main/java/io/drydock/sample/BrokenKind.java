package io.drydock.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ways in which a file can fail to be a picture. */
public enum BrokenKind {
    TRUNCATED {
        @Override
        byte[] spoil(byte[] picture) {
            return Arrays.copyOf(picture, picture.length / 2);
        }
    },
    EMPTY {
        @Override
        byte[] spoil(byte[] picture) {
            return new byte[0];
        }
    },
    /** A web page under a picture's name, as broken downloads leave it. */
    NOT_A_PICTURE {
        @Override
        byte[] spoil(byte[] picture) {
            return "<!DOCTYPE html><title>404 Not Found</title>\n".getBytes(StandardCharsets.US_ASCII);
        }
    },
    /** Declares 60,000 x 60,000 pixels. */
    HUGE {
        @Override
        byte[] spoil(byte[] picture) {
            byte[] huge = picture.clone();
            for (int at = 2; at + 9 < huge.length; at += 2 + (huge[at + 2] & 0xFF) * 256 + (huge[at + 3] & 0xFF)) {
                if ((huge[at + 1] & 0xFF) == 0xC0) {
                    ByteBuffer.wrap(huge).putShort(at + 5, (short) 60_000).putShort(at + 7, (short) 60_000);
                    return huge;
                }
            }
            throw new IllegalStateException("a baseline JPEG has a frame header");
        }
    };

    abstract byte[] spoil(byte[] picture);
}
