package io.drydock.infer.batch;

import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.Resizer;
import java.nio.file.Path;
import java.util.List;

/** Pictures decoded from their files and resized as they are asked for. Safe for use by many threads. */
public final class FileSource implements PixelSource {
    private final ImageDecoder decoder;
    private final Resizer resizer;
    private final List<Path> files;

    /**
     * Pictures of these files.
     *
     * @param files in the order of the job
     */
    public FileSource(ImageDecoder decoder, Resizer resizer, List<Path> files) {
        this.decoder = decoder;
        this.resizer = resizer;
        this.files = List.copyOf(files);
    }

    @Override
    public Pixels pixels(int index) {
        return resizer.apply(decoder.decode(files.get(index)).pixels());
    }
}
