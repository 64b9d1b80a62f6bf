package io.drydock.cli;

import io.drydock.core.text.TextTable;
import io.drydock.workbench.CheckMachine;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.MachineJson;
import io.drydock.workbench.machine.MachineReport;
import io.drydock.workbench.report.Numbers;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code drydock doctor}. For one thread at a time. */
@Command(name = "doctor", description = "Say what this machine has and whether each native library loads.")
final class DoctorCommand extends Verb {
    @Override
    void run() {
        MachineReport report =
                new CheckMachine().run(new CheckMachine.Request(anyWorkspace(), System.getenv()), progress());
        if (json()) {
            out().println(JsonText.pretty(MachineJson.of(report)));
        } else {
            print(report);
        }
    }

    /** The workspace around, if there is one; doctor also works without. */
    private Optional<Path> anyWorkspace() {
        if (global().workspaceFolder().isPresent()) {
            return Optional.of(workspace());
        }
        return nearestWorkspace();
    }

    private void print(MachineReport report) {
        out().println("Drydock    " + Version.number());
        out().println("Java       " + report.machine().java());
        out().println("System     " + report.machine().os());
        out().println("Processor  " + report.machine().cpu() + ", "
                + report.machine().cores() + " usable");
        out().println("Memory     " + Numbers.bytes(report.totalMemoryBytes()) + ", "
                + Numbers.bytes(report.freeMemoryBytes()) + " free; Java may take "
                + Numbers.bytes(report.machine().memoryBytes()));
        out().println();
        TextTable libraries = new TextTable("library", "for", "loads", "");
        report.libraries()
                .forEach(library -> libraries.row(
                        library.name(),
                        library.purpose(),
                        library.loads() ? "yes" : "NO",
                        library.loads() ? library.version() : library.message()));
        out().println(libraries);
        TextTable caches = new TextTable("cache", "size", "folder");
        report.caches().forEach(cache -> caches.row(cache.name(), Numbers.bytes(cache.bytes()), cache.folder()));
        out().print(caches);
        if (!report.healthy()) {
            out().println();
            out().println("A library does not load: the verbs that need it will fail on this machine.");
        }
    }
}
