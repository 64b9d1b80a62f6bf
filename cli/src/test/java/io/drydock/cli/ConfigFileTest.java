package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.error.DrydockException;
import io.drydock.sample.ShipSet;
import io.drydock.train.config.Recipe;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is in a file named by --config is obeyed as if it were typed, and refused with file and line when it is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigFileTest {
    /** Of these every setting takes some that are not its value in the default recipe. */
    private static final List<String> VALUES = List.of(
            "7",
            "0.37",
            "1.5",
            "true",
            "false",
            "quick",
            "resnet18",
            "none",
            "96x128",
            "crop",
            "1+3",
            "concat_pool",
            "0.2,0.4,0.6",
            "constant",
            "fixed",
            "trained",
            "layer2",
            "blocks.1",
            "weighted",
            "cpu",
            "2",
            "1e-4",
            "2e-5",
            "oversampled",
            "blocks.2",
            "pad",
            "hub:a/b",
            "resnet34",
            "article",
            "warm_up_cosine",
            "true",
            "false",
            "auto",
            "mps",
            "0.5,1,2",
            "2+4",
            "linear",
            "96x96");

    private Path workspace = Path.of("");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void prepare(@TempDir Path shared) {
        Path ships = shared.resolve("ships");
        ShipSet.of(30, 5).withTest(8).write(ships);
        workspace = shared.resolve("ws");
        String[] init = {
            "init",
            workspace.toString(),
            "--images",
            ships.resolve("images").toString(),
            "--labels",
            ships.resolve("train.csv").toString()
        };
        assertThat(run(init)).isEqualTo(Main.DONE);
    }

    @BeforeEach
    void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @ParameterizedTest
    @EnumSource(value = TrainSetting.class, names = "FROM", mode = EnumSource.Mode.EXCLUDE)
    void anOptionOfATrainingIsAKeyUnderItsOwnNameAndGoesBeforeTheFileWhenTyped(TrainSetting setting)
            throws IOException {
        List<String> values = others(setting).limit(2).toList();
        String option = setting.option();
        TrainPlan first = plan(setting, option, values.get(0));
        TrainPlan second = plan(setting, option, values.get(values.size() - 1));

        assertThat(first).isNotEqualTo(plan(setting));
        for (String key : List.of(name(setting), name(setting).replace('-', '_'))) {
            String file = file(key + ": " + values.get(0) + "\n").toString();
            assertThat(plan(setting, "--config", file)).as(key).isEqualTo(first);
            assertThat(plan(setting, "--config", file, option, values.get(values.size() - 1)))
                    .isEqualTo(second);
            assertThat(plan(setting, option + "=" + values.get(values.size() - 1), "--config=" + file))
                    .isEqualTo(second);
        }
    }

    /** Values of a setting that are not the recipe's. */
    private static Stream<String> others(TrainSetting setting) {
        TrainPlan standard = builder(setting).build(Path.of("nowhere"));
        return VALUES.stream().filter(value -> {
            try {
                return !standard.equals(
                        builder(setting).set(setting.key(), value).build(Path.of("nowhere")));
            } catch (DrydockException notThisOne) {
                return false;
            }
        });
    }

    private static PlanBuilder builder(TrainSetting setting) {
        return setting == TrainSetting.WEIGHTS ? new PlanBuilder() : new PlanBuilder().set("weights", "none");
    }

    @ParameterizedTest
    @EnumSource(value = TrainSetting.class)
    void aWrongValueNamesFileAndLine(TrainSetting setting) throws IOException {
        for (String wrong : List.of("nonsense!", "[1, [2]]")) {
            Path file = file("# a comment\n" + name(setting) + ": " + wrong + "\n");
            err.getBuffer().setLength(0);

            assertThat(run("train", "-w", workspace.toString(), "--dry-run", "--config", file.toString()))
                    .as(wrong)
                    .isEqualTo(Main.WRONG_REQUEST);
            assertThat(err.toString()).startsWith(file + " line 2: ");
        }
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theOutputOfADryRunAndARunJsonAreFilesForConfig(Recipe recipe) throws IOException {
        TrainPlan plan = new TrainPlan(recipe.config(), DataChoice.CURRENT_SPLIT.withSplit(3));
        Path yaml = file(PlanMapper.yaml(plan) + "\n# 30 images to train on, 6 to validate\n");
        Path json = Files.writeString(
                folder.resolve("dry.json"),
                "{\"schema\": \"drydock.dry_run/1\", \"config\": " + PlanMapper.tree(plan) + ", \"parameters\": 1}");
        Path run = Files.writeString(
                folder.resolve("run.json"),
                "{\"schema\": \"drydock.run/1\", \"config\": " + PlanMapper.tree(plan) + ", \"provenance\": {}}");

        for (Path file : List.of(yaml, json, run)) {
            assertThat(plan(List.of("--config", file.toString()))).isEqualTo(plan);
            assertThat(plan(List.of("--config", file.toString(), "--seed", "7"))
                            .config()
                            .seed())
                    .isEqualTo(7);
        }
    }

    @Test
    void settingsOfAnyKeyAreInAFileToo() throws IOException {
        Path file = file("set:\n  loss.mixup_alpha: 0.7\n  augmentation.zoom.max: 1.2\n");

        assertThat(plan(List.of("--config", file.toString())))
                .isEqualTo(plan(List.of("--set", "loss.mixup_alpha=0.7", "--set", "augmentation.zoom.max=1.2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train | size: 64x96#input: {sizes: 96x96}   | line 1: \"size\" gives input.sizes",
                "train | rate: 0.1#set: {rate.high: 0.2}      | line 2: \"set.rate.high\" gives rate.high",
                "train | fold: 1#data: {fold: 2}              | line 1: \"fold\" gives data.fold",
                "train | batch: {sise: 3}                     | line 1: unknown key \"batch.sise\"",
                "train | sede: 3                              | line 1: \"sede\" is not an option of drydock train. Did you mean \"seed\"",
                "train | low-rat: 3                           | Did you mean \"low-rate\"",
                "train | batch.size: 3                        | line 1: \"batch.size\" is not an option of drydock train",
                "train | dry-run: maybe                       | line 1: dry_run is \"maybe\", which is not true or false",
                "train | fold: x                              | line 1: --fold x is neither",
                "train | set: 7                               | line 1: \"set\" takes keys and their values",
                "split | seed: zzz                            | line 1: Invalid value for option '--seed': 'zzz' is not a long",
                "split | valid: 0.2#seed:                     | line 2: \"seed\" takes one value, but was given none",
                "split | seed: [1, 2]                         | line 1: \"seed\" takes one value",
                "split | seed: {a: 1}                         | line 1: \"seed\" takes one value",
                "split | config: other.yaml                   | line 1: a configuration file cannot name another one",
                "split | help: true                           | line 1: \"help\" cannot be in a configuration file",
                "split | json: 1                              | line 1: json is \"1\", which is not true or false",
                "split | valid: &v 0.2#seed: *v                | anchors",
                "split | seed: 1#seed: 2                      | line 2: \"seed\" is given twice, first in line 1",
                "lr-find | steps: 5                           | line 1: --steps must be at least 20, was 5",
                "lr-find | batch: none                        | line 1: batch.size is \"none\", which is not a whole number",
                "labels relabel a.jpg | too: 1                | line 1: \"too\" is not an option of drydock labels relabel. Did you mean \"to\"",
                "audit | probe-folds: many                    | line 1: Invalid value for option '--probe-folds'"
            })
    void aFaultInAFileNamesItsLine(String verb, String text, String message) throws IOException {
        Path file = file(text.replace('#', '\n') + "\n");
        List<String> words = new ArrayList<>(List.of(verb.split(" ")));
        words.addAll(List.of("-w", workspace.toString(), "--config", file.toString()));

        assertThat(run(words.toArray(String[]::new))).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).startsWith(file.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    /** Every option of every verb, those in groups too, reaches the verb from a file. */
    @ParameterizedTest
    @MethodSource("verbs")
    void everyOptionOfEveryVerbCanBeInAFile(String verb) throws IOException {
        List<String> words = List.of(verb.split(" "));
        CommandLine root = root();
        for (OptionSpec option : command(words).getCommandSpec().options()) {
            String name = option.longestName();
            if (option.usageHelp() || option.versionHelp() || name.equals("--config") || isSetting(verb, name)) {
                continue;
            }
            String value = option.arity().max() == 0 ? "true" : sample(option);
            Path file = file(name.substring(2) + ": " + value + "\n");
            List<String> typed = new ArrayList<>(words);
            typed.addAll(List.of("--config", file.toString()));

            List<String> complete = ConfigFile.among(typed).orElseThrow().complete(root.getCommandSpec());

            String word = option.arity().max() == 0 ? name : name + "=" + value;
            assertThat(complete.get(words.size())).isEqualTo(word);
            assertThat(complete.subList(0, words.size())).isEqualTo(words);
        }
    }

    static Stream<String> verbs() {
        return verbs("", root());
    }

    private static Stream<String> verbs(String prefix, CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(prefix + entry.getKey()), verbs(prefix + entry.getKey() + " ", entry.getValue())));
    }

    private static boolean isSetting(String verb, String option) {
        return List.of("train", "lr-find").contains(verb)
                && (option.equals("--set") || TrainSetting.named(key(option)).isPresent());
    }

    private static String sample(OptionSpec option) {
        return option.type() == String.class || option.isMultiValue() ? "a" : "7";
    }

    @Test
    void aListIsAnOptionGivenSeveralTimes() throws IOException {
        Path file = file("backbone: [one, two]\nprobe-folds: 3\n");
        CommandLine root = root();
        List<String> words = ConfigFile.among(List.of("compare", "--config", file.toString()))
                .orElseThrow()
                .complete(root.getCommandSpec());

        assertThat(words).contains("--backbone=one", "--backbone=two", "--probe-folds=3");
        CommandLine.ParseResult parsed =
                root.parseArgs(words.toArray(String[]::new)).subcommand();
        assertThat(parsed.matchedOption("--backbone").stringValues()).containsExactly("one", "two");
        assertThat(parsed.matchedOption("--probe-folds").stringValues()).containsExactly("3");
    }

    @Test
    void anOptionThatIsTypedUnderAShortNameGoesBeforeTheFile() throws IOException {
        Path file = file("workspace: nowhere\nvalid: 0.3\nseed: 7\n");

        assertThat(run("split", "-w" + workspace, "--json", "--seed", "9", "--config", file.toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"seed\" : 9").contains("\"valid_share\" : 0.3");
    }

    private TrainPlan plan(List<String> words) {
        List<String> typed = new ArrayList<>(List.of("train"));
        typed.addAll(words);
        CommandLine root = root();
        List<String> complete = Main.words(typed, ConfigFile.among(typed), root);
        TrainCommand train = root.parseArgs(complete.toArray(String[]::new))
                                .subcommand()
                                .commandSpec()
                                .userObject()
                        instanceof TrainCommand command
                ? command
                : new TrainCommand();
        return train.settings().build(folder);
    }

    private TrainPlan plan(TrainSetting setting, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (setting != TrainSetting.WEIGHTS) {
            all.addAll(List.of("--weights", "none"));
        }
        return plan(all);
    }

    private static String name(TrainSetting setting) {
        return setting.option().substring(2);
    }

    private static String key(String option) {
        return option.replaceFirst("^-+", "").replace('-', '_');
    }

    private static CommandLine root() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(nowhere, nowhere);
    }

    private static CommandLine command(List<String> words) {
        CommandLine command = root();
        for (String word : words) {
            command = Objects.requireNonNull(command.getSubcommands().get(word));
        }
        return command;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text);
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
