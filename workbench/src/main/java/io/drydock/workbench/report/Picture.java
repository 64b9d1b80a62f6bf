package io.drydock.workbench.report;

import java.util.Base64;

/**
 * An encoded picture that travels inside the page.
 *
 * @param bytes a JPEG or PNG file
 * @param width in pixels, as shown
 * @param height in pixels, as shown
 * @param alt what stands for the picture where it cannot be seen
 */
public record Picture(byte[] bytes, int width, int height, String alt) {
    private static final int PNG_START = 0x89;

    /** The picture as an image element with its bytes as a data URI. */
    public Html html() {
        String type = bytes.length > 0 && (bytes[0] & 0xFF) == PNG_START ? "image/png" : "image/jpeg";
        return new Html(
                "<img loading=\"lazy\" decoding=\"async\" width=\"" + width + "\" height=\"" + height + "\" alt=\""
                        + Html.escape(alt) + "\" src=\"data:" + type + ";base64,"
                        + Base64.getEncoder().encodeToString(bytes) + "\">");
    }
}
