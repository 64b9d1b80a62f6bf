package io.drydock.bench;

import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.batch.PixelSource;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Encoded pictures in memory, decoded and resized each time they are asked for. Safe for use by many threads. */
final class Pictures implements PixelSource {
    private final List<String> sha256;
    private final List<byte[]> files;
    private final Resizer resizer;
    private final ImageDecoder decoder = new ImageDecoder();

    private Pictures(Map<String, byte[]> files, Resizer resizer) {
        this.sha256 = List.copyOf(files.keySet());
        this.files = List.copyOf(files.values());
        this.resizer = resizer;
    }

    /** The first pictures of a folder by name, of different content; drawn ones when there is no such folder. */
    static Pictures of(Path folder, int count, Resizer resizer) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : sorted(folder)) {
                if (files.size() < count) {
                    byte[] bytes = Files.readAllBytes(file);
                    files.put(ContentHash.ofBytes(bytes), bytes);
                }
            }
        } else {
            List<ShipType> types = List.of(ShipType.values());
            for (int i = 0; i < count; i++) {
                byte[] bytes = ShipPictures.jpeg(types.get(i % types.size()), i);
                files.put(ContentHash.ofBytes(bytes), bytes);
            }
        }
        return new Pictures(files, resizer);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    List<String> sha256() {
        return sha256;
    }

    @Override
    public Pixels pixels(int index) {
        return resizer.apply(decoder.decode(files.get(index)).pixels());
    }
}
