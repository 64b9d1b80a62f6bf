package io.drydock.infer.batch;

import io.drydock.image.decode.DecodedImage;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.resize.Resizer;
import java.nio.file.Path;
import java.util.List;

/** Pictures decoded from their files and resized as they are asked for. Safe for use by many threads. */
public final class FileSource implements PixelSource {
    private final ImageDecoder decoder;
    private final Resizer resizer;
    private final List<Path> files;
    private final List<String> contents;

    /**
     * Pictures of these files, whatever they hold.
     *
     * @param files in the order of the job
     */
    public FileSource(ImageDecoder decoder, Resizer resizer, List<Path> files) {
        this.decoder = decoder;
        this.resizer = resizer;
        this.files = List.copyOf(files);
        this.contents = List.of();
    }

    /**
     * Pictures of these files; one that holds other bytes than it should is skipped.
     *
     * @param files in the order of the job
     * @param contents hash of each file
     */
    public FileSource(ImageDecoder decoder, Resizer resizer, List<Path> files, List<String> contents) {
        if (files.size() != contents.size()) {
            throw new IllegalArgumentException(files.size() + " files with " + contents.size() + " hashes");
        }
        this.decoder = decoder;
        this.resizer = resizer;
        this.files = List.copyOf(files);
        this.contents = List.copyOf(contents);
    }

    @Override
    public Pixels pixels(int index) {
        Path file = files.get(index);
        DecodedImage picture =
                contents.isEmpty() ? decoder.decode(file) : KnownPicture.decode(decoder, file, contents.get(index));
        return resizer.apply(picture.pixels());
    }
}
