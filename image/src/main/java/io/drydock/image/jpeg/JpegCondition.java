package io.drydock.image.jpeg;

/**
 * What the coded data of a JPEG lacks. Tested by decoding it without computing pixels, because decoders fill what is
 * missing with gray and only print a warning.
 *
 * @param missingArea share of the picture of which nothing is there, in [0, 1]
 * @param missingDetail share of the coefficients that are not there, or not to their last bit, in [0, 1]; at least the
 *     area, and more where later scans of a progressive file are missing
 * @param damaged whether a decoder would warn: data is missing, invalid, or left over
 */
public record JpegCondition(double missingArea, double missingDetail, boolean damaged) {
    /** Nothing is missing. */
    public static final JpegCondition WHOLE = new JpegCondition(0, 0, false);

    /** Whether part of the picture is missing. */
    public boolean isCutOff() {
        return missingDetail > 0;
    }

    /**
     * Of the bytes of a file.
     *
     * @throws io.drydock.core.error.ImageException if it is no JPEG, coded in a way that is not read, or makes no sense
     */
    public static JpegCondition of(byte[] file) {
        return new JpegWalk(file).run();
    }
}
