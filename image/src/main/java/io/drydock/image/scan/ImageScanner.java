package io.drydock.image.scan;

import io.drydock.core.data.FileProblem;
import io.drydock.core.data.ImageLocator;
import io.drydock.core.data.Reason;
import io.drydock.core.error.ImageException;
import io.drydock.image.check.PixelChecks;
import io.drydock.image.decode.DecodedImage;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.TooLargeException;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.worker.ImageWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Reads every file of a set once: header, content hash, decoding, pixel hash and checks. A bad file is a result, never
 * a failure of the scan. Safe for use by many threads.
 *
 * @param threads that share the work, at least 1
 */
public record ImageScanner(ImageDecoder decoder, int threads) {
    /** How messages of the decoder begin that name a state of the file, and those that say what it does. */
    private static final List<String> STATES = List.of("damaged", "truncated", "empty", "cut off", "refused", "not a ");

    private static final List<String> VERBS = List.of("declares ", "holds ", "has ", "ends ");

    public ImageScanner {
        if (threads < 1) {
            throw new IllegalArgumentException("a scan needs at least 1 thread, were " + threads);
        }
    }

    /** As {@link #scan(ImageLocator, List, ImageVisitor, IntConsumer)}, looking at nothing and telling nobody. */
    public List<ScannedImage> scan(ImageLocator files, List<String> images) {
        return scan(files, images, (index, image) -> {}, done -> {});
    }

    /**
     * Scans images by their relative paths.
     *
     * @param progress told the number of images done so far
     * @return one result an image, in the order given
     */
    public List<ScannedImage> scan(
            ImageLocator files, List<String> images, ImageVisitor visitor, IntConsumer progress) {
        ScannedImage[] results = new ScannedImage[images.size()];
        ImageWorkers.forEach(
                results.length, threads, i -> results[i] = scan(files, images.get(i), i, visitor), progress);
        return List.copyOf(Arrays.asList(results));
    }

    private ScannedImage scan(ImageLocator files, String image, int index, ImageVisitor visitor) {
        byte[] file;
        try {
            file = decoder.bytes(files.resolve(image));
        } catch (TooLargeException e) {
            return problem(image, size(files, image), "", Reason.TOO_LARGE, sentence(image, e.getMessage()));
        } catch (ImageException e) {
            return problem(image, size(files, image), "", Reason.UNREADABLE, sentence(image, e.getMessage()));
        } catch (NoSuchFileException e) {
            return problem(image, 0, "", Reason.MISSING_FILE, image + " is not in " + files.searched(image) + ".");
        } catch (IOException | InvalidPathException | OutOfMemoryError e) {
            return problem(image, 0, "", Reason.UNREADABLE, image + " cannot be read: " + e.getMessage() + ".");
        }
        String sha256 = ContentHash.ofBytes(file);
        if (file.length == 0) {
            return problem(image, 0, sha256, Reason.EMPTY_FILE, image + " has 0 bytes.");
        }
        try {
            DecodedImage decoded = decoder.decode(file);
            visitor.visit(index, decoded);
            ScannedPixels contents = new ScannedPixels(
                    decoded.header(),
                    ContentHash.ofPixels(decoded.pixels()),
                    PixelChecks.of(decoded.pixels()),
                    decoded.condition());
            return new ScannedImage(image, file.length, sha256, Optional.of(contents), Optional.empty());
        } catch (TooLargeException e) {
            return problem(image, file.length, sha256, Reason.TOO_LARGE, sentence(image, e.getMessage()));
        } catch (ImageException e) {
            return problem(image, file.length, sha256, Reason.UNREADABLE, sentence(image, e.getMessage()));
        } catch (OutOfMemoryError e) {
            return problem(image, file.length, sha256, Reason.UNREADABLE, image + " is too large for the memory.");
        }
    }

    private static long size(ImageLocator files, String image) {
        try {
            return Files.size(files.resolve(image));
        } catch (IOException e) {
            return 0;
        }
    }

    /** The decoder names a state ("truncated: ...") or says what the file does ("declares ..."): both become a sentence. */
    static String sentence(String image, String problem) {
        String joint = STATES.stream().anyMatch(problem::startsWith)
                ? " is "
                : VERBS.stream().anyMatch(problem::startsWith) ? " " : ": ";
        return image + joint + problem + ".";
    }

    private static ScannedImage problem(String image, long sizeBytes, String sha256, Reason reason, String message) {
        return new ScannedImage(
                image, sizeBytes, sha256, Optional.empty(), Optional.of(new FileProblem(reason, message)));
    }
}
