package io.drydock.cli;

import io.drydock.studio.Studio;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock studio}. For one thread at a time. */
@Command(
        name = "studio",
        description = "Open the page on which to judge images: review, grid, copies. Ctrl-C ends it.",
        footer = {"", "It listens on this machine alone; the address holds a secret, which the workspace keeps."})
final class StudioCommand extends Verb {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for a free one (8337, or a free one where that is taken).")
    private @Nullable Integer port;

    @Option(names = "--no-open", description = "Print the address and open no browser.")
    private boolean noOpen;

    @Override
    void run() {
        if (port != null && (port < 0 || port > 65_535)) {
            throw refused("--port must lie in 0..65535, was " + port + ".");
        }
        String by = System.getProperty("user.name", "");
        try (Studio studio = port == null ? Studio.start(pictures(), by) : Studio.start(pictures(), by, port)) {
            out().println(studio.address());
            out().flush();
            if (!noOpen && !opened(studio.oneTimeAddress())) {
                err().println("No browser could be opened: open the address above yourself.");
            }
            err().println("The studio runs until Ctrl-C.");
            untilEnded(studio);
        }
    }

    private static void untilEnded(Studio studio) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            studio.close();
                            ended.countDown();
                        },
                        "drydock-studio-end"));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param address an argument of another program, so that any user of the machine can read it */
    private static boolean opened(URI address) {
        try {
            if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop desktop = Desktop.getDesktop();
                if (desktop.isSupported(Desktop.Action.BROWSE)) {
                    desktop.browse(address);
                    return true;
                }
            }
            return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                    && System.getenv("DISPLAY") != null
                    && new ProcessBuilder("xdg-open", address.toString())
                            .start()
                            .isAlive();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
