package io.drydock.cli;

import picocli.CommandLine.Command;

/** {@code drydock doctor}. For one thread at a time. */
@Command(name = "doctor", description = "Say what this machine has and whether each native library loads.")
final class DoctorCommand extends Verb {
    @Override
    void run() {
        out().println("Java " + Runtime.version());
    }
}
