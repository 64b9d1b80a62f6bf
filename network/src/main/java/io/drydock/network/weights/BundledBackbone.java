package io.drydock.network.weights;

import io.drydock.core.error.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The backbone that comes with Drydock: tf_efficientnet_lite0 with its ImageNet classifier, kernels as 16-bit floats.
 * Safe for use by many threads.
 */
public final class BundledBackbone {
    /** The model that it is. */
    public static final String MODEL = "tf_efficientnet_lite0";

    private static final String FILE = MODEL + ".safetensors";

    private BundledBackbone() {}

    /**
     * All tensors, after their bytes' SHA-256 is checked.
     *
     * @throws WeightsException if the resource is missing or altered
     */
    public static WeightSet load() {
        byte[] bytes = resource(FILE);
        String found = Sha256.of(bytes);
        if (!found.equals(sha256())) {
            throw new WeightsException("The bundled backbone has SHA-256 " + found + " instead of " + sha256()
                    + ". Install Drydock again.");
        }
        return Safetensors.parse(ByteBuffer.wrap(bytes), FILE);
    }

    /** SHA-256 of the bundled file, in hexadecimal. */
    public static String sha256() {
        return new String(resource(FILE + ".sha256"), StandardCharsets.US_ASCII)
                .strip()
                .split(" ", 2)[0];
    }

    /** Size of the bundled file. */
    public static long sizeBytes() {
        return resource(FILE).length;
    }

    private static byte[] resource(String name) {
        try (InputStream in = BundledBackbone.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new WeightsException(
                        "The bundled backbone's file " + name + " is missing. Install Drydock again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new WeightsException("The bundled backbone's file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
