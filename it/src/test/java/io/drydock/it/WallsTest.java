package io.drydock.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the walls between the rooms: who may use whom, and which library has which only user. */
class WallsTest {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("sample", Set.of()),
            Map.entry("image", Set.of("core")),
            Map.entry("network", Set.of("core")),
            Map.entry("infer", Set.of("core", "image", "network")),
            Map.entry("train", Set.of("core", "image", "network", "infer")),
            Map.entry("explore", Set.of("core", "image")),
            Map.entry("workspace", Set.of("core")),
            Map.entry(
                    "workbench",
                    Set.of("core", "sample", "image", "network", "infer", "train", "explore", "workspace")),
            Map.entry("studio", Set.of("workbench", "core")),
            Map.entry("cli", Set.of("workbench", "studio", "core")));

    private static final Map<String, String> ONLY_USER = Map.of(
            "org.bytedeco.pytorch", "train",
            "org.bytedeco.opencv", "image",
            "ai.onnxruntime", "infer",
            "java.sql", "workspace",
            "org.jdbi", "workspace",
            "io.javalin", "studio",
            "picocli", "cli");

    private static final Set<String> REFUSED_WORDS =
            Set.of("util", "utils", "common", "helper", "helpers", "manager", "misc");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.drydock");

    @Test
    void everyRoomUsesOnlyTheRoomsItMay() {
        assertThat(classes).isNotEmpty();
        for (Map.Entry<String, Set<String>> room : MAY_USE.entrySet()) {
            List<String> others = MAY_USE.keySet().stream()
                    .filter(other ->
                            !other.equals(room.getKey()) && !room.getValue().contains(other))
                    .map(other -> "io.drydock." + other + "..")
                    .sorted()
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage("io.drydock." + room.getKey() + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.toArray(String[]::new))
                    .because("room " + room.getKey() + " may use only " + room.getValue())
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void everyNativeOrOutsideLibraryHasOneUser() {
        ONLY_USER.forEach((library, room) -> noClasses()
                .that()
                .resideOutsideOfPackages("io.drydock." + room + "..", "io.drydock.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because(library + " is used by room " + room + " alone")
                .check(classes));
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.drydock.cli..", "io.drydock.bench..")
                .should()
                .accessField(System.class, "out")
                .check(classes);
    }

    @Test
    void packagesAreNamedByNounsOfTheField() {
        Set<String> refused = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> List.of(name.split("\\.")).stream().anyMatch(REFUSED_WORDS::contains))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(refused).isEmpty();
    }
}
