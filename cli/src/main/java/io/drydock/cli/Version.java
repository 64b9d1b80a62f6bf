package io.drydock.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Version text of the distribution, from the jar's manifest. Safe for use by many threads. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"drydock " + number()};
    }

    /** The version number, {@code development} outside a packaged jar. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
