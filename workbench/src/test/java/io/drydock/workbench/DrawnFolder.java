package io.drydock.workbench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** A folder of small drawn pictures, each of its own content, and lists beside it. */
record DrawnFolder(Path folder) {
    Path images() {
        return folder.resolve("images");
    }

    Path workspace() {
        return folder.resolve("ws");
    }

    /** Adds pictures by path, such as {@code a/0.png}. */
    DrawnFolder with(String... paths) {
        for (String path : paths) {
            Random random = new Random(path.hashCode());
            BufferedImage picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 24 * 24; i++) {
                picture.setRGB(i % 24, i / 24, random.nextInt(0x1000000));
            }
            try {
                Files.createDirectories(images().resolve(path).getParent());
                ImageIO.write(picture, "png", images().resolve(path).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Adds pictures 0.png, 1.png, ... of a class folder. */
    DrawnFolder withClass(String code, int count) {
        for (int i = 0; i < count; i++) {
            with(code + "/" + i + ".png");
        }
        return this;
    }

    Path list(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InitWorkspace.Request request() {
        return InitWorkspace.Request.of(workspace(), images());
    }

    static InitWorkspace.Result init(InitWorkspace.Request request) {
        return new InitWorkspace().run(request, Progress.NONE);
    }
}
