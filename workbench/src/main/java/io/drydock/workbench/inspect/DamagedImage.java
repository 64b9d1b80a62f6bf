package io.drydock.workbench.inspect;

/**
 * An image that was decoded although part of its file is missing or damaged.
 *
 * @param missingShare share of the picture or of its detail that is missing, in [0, 1]
 * @param message what is wrong, starting with {@code cut off} or {@code damaged}
 */
public record DamagedImage(String image, double missingShare, String message) {
    /** Whether part of it is missing, and not only damaged. */
    public boolean isCutOff() {
        return missingShare > 0;
    }
}
