package io.drydock.bench;

import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code make bench}: images a second of training, frozen epochs and prediction, one JSON line each as it is known and a
 * table at the end. Options: {@code --models A,B --size HxW --batch N,M --seconds S --pictures FOLDER}; {@code --peer
 * PYTHON --script FILE} measures the Python peers in the same run and puts the ratios in the same table.
 */
public final class Main {
    private Main() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            measure(Settings.parse(arguments));
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Settings settings) throws IOException, InterruptedException {
        List<Measurement> all = new ArrayList<>();
        Optional<Peer> peer = settings.peer().map(python -> new Peer(python, settings.script()));
        if (peer.isPresent()) {
            peer.get().require();
        }
        for (String model : settings.models()) {
            Speed speed = new Speed(model, settings.size(), settings.duration());
            for (int batch : settings.batches()) {
                note(speed.train(Variant.TRAIN_FIXED, batch), all);
                note(speed.train(Variant.TRAIN_SAME, batch), all);
            }
            note(new Frozen(settings.size(), settings.pictures()).measure(model, settings.duration()), all);
            note(speed.predict(), all);
            if (peer.isPresent()) {
                for (int batch : settings.batches()) {
                    peer.get().measure(model, settings.size(), batch, settings.duration(), line -> note(line, all));
                }
            }
        }
        System.out.println();
        System.out.print(SpeedTable.of(all));
    }

    private static void note(Measurement line, List<Measurement> all) {
        all.add(line);
        System.out.println(line.json());
    }
}
