package io.drydock.workbench.train;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.ImageSize;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.image.store.PixelStore;
import io.drydock.image.store.SkippedImage;
import io.drydock.image.store.StoredImage;
import io.drydock.train.loop.PictureSource;
import io.drydock.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The labelled images of a workspace at each size that a training asks for, from its cache. For one thread at a time. */
final class PictureStores implements PictureSource {
    private final Workspace workspace;
    private final List<StoredImage> images;
    private final ResizeMode resize;
    private final RunListener events;
    private final BooleanSupplier cancelled;
    private final Map<ImageSize, PixelStore> open = new HashMap<>();

    /** @param cancelled asked after each picture that is decoded; true ends the work by a {@link CancellationException} */
    PictureStores(Workspace workspace, Dataset data, ResizeMode resize, RunListener events, BooleanSupplier cancelled) {
        this.workspace = workspace;
        this.images = data.images().stream()
                .map(image -> new StoredImage(image.image(), image.sha256()))
                .toList();
        this.resize = resize;
        this.events = events;
        this.cancelled = cancelled;
    }

    @Override
    public Pictures at(ImageSize size) {
        return store(size)::pixels;
    }

    /** Images that cannot be decoded. */
    List<SkippedImage> skipped(ImageSize size) {
        return store(size).skipped();
    }

    private PixelStore store(ImageSize size) {
        return open.computeIfAbsent(size, this::opened);
    }

    private PixelStore opened(ImageSize size) {
        String what = "decoding images at " + size;
        int threads = Runtime.getRuntime().availableProcessors();
        PixelStore store = PixelStore.open(
                workspace.cache().folder("pixels"),
                workspace.imageRoots(),
                images,
                new Resizer(resize, size),
                threads,
                done -> {
                    events.accept(new RunEvent.Progress(what, done, images.size()));
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("stopped while " + what);
                    }
                });
        workspace.cache().touch(store.file());
        return store;
    }
}
