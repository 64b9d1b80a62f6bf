package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the notices file of the distribution with the jars that the distribution carries. */
class NoticesTest {
    private static final Path DISTRIBUTION = Repository.root().resolve("cli/target/drydock");
    private static final Path NOTICES = Repository.root().resolve("cli/src/dist/THIRD-PARTY-NOTICES.txt");
    private static final String LICENSE = "License: ";

    @Test
    void everyJarHasAnEntryAndEveryEntryAJar() throws IOException {
        assumeTrue(
                Files.isDirectory(DISTRIBUTION.resolve("lib")),
                "SKIPPED: the packaged program is missing; run mvn verify, which packages it before these tests");

        assertThat(entries().keySet()).isEqualTo(jars());
    }

    @Test
    void everyEntryNamesACopyrightAndLicensesWhoseTextsAreThere() throws IOException {
        entries().forEach((name, lines) -> {
            assertThat(lines.get(0)).as(name).startsWith(LICENSE);
            for (String license : lines.get(0).substring(LICENSE.length()).split(", ")) {
                assertThat(NOTICES.resolveSibling("licenses").resolve(license + ".txt"))
                        .as(name)
                        .isNotEmptyFile();
            }
            assertThat(lines).as(name).anyMatch(line -> line.contains("Copyright"));
        });
    }

    @Test
    void theDistributionCarriesTheFileAndTheTexts() throws IOException {
        assumeTrue(
                Files.isDirectory(DISTRIBUTION.resolve("lib")),
                "SKIPPED: the packaged program is missing; run mvn verify, which packages it before these tests");

        assertThat(DISTRIBUTION.resolve("THIRD-PARTY-NOTICES.txt")).hasSameTextualContentAs(NOTICES);
        assertThat(DISTRIBUTION.resolve("licenses/Apache-2.0.txt")).isNotEmptyFile();
        assertThat(DISTRIBUTION.resolve("LICENSE")).isNotEmptyFile();
    }

    /** Names without version and platform, such as {@code opencv} for both its jars. */
    private static Set<String> jars() throws IOException {
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> !name.startsWith("drydock-"))
                    .map(name -> name.replaceFirst("-[0-9].*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Lines after the name, by name. */
    private static Map<String, List<String>> entries() throws IOException {
        Map<String, List<String>> entries = new TreeMap<>();
        for (String entry : Files.readString(NOTICES).split("(?m)^-{50,}$")) {
            List<String> lines = entry.strip().lines().toList();
            if (!lines.get(0).startsWith("Third-party")) {
                entries.put(lines.get(0), lines.subList(1, lines.size()));
            }
        }
        return entries;
    }
}
