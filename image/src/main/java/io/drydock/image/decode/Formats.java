package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.util.List;
import java.util.Locale;

/** Finds the reader of a file by its first bytes; names and extensions are not believed. */
final class Formats {
    private static final List<FormatReader> READERS = List.of(
            new JpegReader(), new PngReader(), new WebpReader(), new GifReader(), new TiffReader(), new BmpReader());

    private Formats() {}

    static ImageHeader header(FileBytes file) {
        return reader(file).header(file);
    }

    static FormatReader reader(FileBytes file) {
        if (file.length() == 0) {
            throw new ImageException("empty file");
        }
        for (FormatReader reader : READERS) {
            if (reader.matches(file)) {
                return reader;
            }
        }
        throw new ImageException(
                "not a picture: starts with " + firstBytes(file) + "; JPEG, PNG, WebP, BMP, TIFF and GIF are read");
    }

    private static String firstBytes(FileBytes file) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(8, file.length()); i++) {
            text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02X", file.u8(i)));
        }
        return text.toString();
    }
}
