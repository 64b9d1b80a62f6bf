package io.drydock.workbench.train;

import io.drydock.workbench.json.JsonText;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a training would be and take.
 *
 * @param config every setting, automatic choices resolved
 * @param yaml the same as the text of a file for {@code --config}
 * @param trainImages images to train on
 * @param validImages images to validate on
 * @param parameters trainable numbers of the whole network
 * @param memoryBytes resident, at most
 * @param availableBytes memory of the machine that is free for it, 0 when unknown
 * @param time all epochs, validation included, and how it was found out
 * @param diskBytes run folder and caches
 * @param freeDiskBytes space left where the workspace lies
 */
public record DryRun(
        ObjectNode config,
        String yaml,
        int trainImages,
        int validImages,
        long parameters,
        long memoryBytes,
        long availableBytes,
        TimeEstimate time,
        long diskBytes,
        long freeDiskBytes) {

    /** The estimates in words. */
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%,d images to train on, %,d to validate", trainImages, validImages),
                String.format(Locale.ROOT, "%,d parameters", parameters),
                "memory: about " + gigabytes(memoryBytes)
                        + (availableBytes > 0 ? " of " + gigabytes(availableBytes) + " free" : ""),
                String.format(Locale.ROOT, "time: about %s, from %s", duration(time.seconds()), time.how()),
                "disk: about " + gigabytes(diskBytes) + " of " + gigabytes(freeDiskBytes) + " free");
    }

    /** The document {@code drydock.dry_run/1}. */
    public ObjectNode json() {
        ObjectNode document = JsonText.document("dry_run");
        document.set("config", config);
        document.put("train_images", trainImages)
                .put("valid_images", validImages)
                .put("parameters", parameters);
        document.put("memory_bytes", memoryBytes).put("available_bytes", availableBytes);
        document.set("train_seconds", JsonText.number(time.seconds()));
        document.put("train_seconds_from", time.how());
        return document.put("disk_bytes", diskBytes).put("free_disk_bytes", freeDiskBytes);
    }

    private static String duration(double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f seconds", seconds)
                : String.format(Locale.ROOT, "%,.0f minutes", seconds / 60);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
