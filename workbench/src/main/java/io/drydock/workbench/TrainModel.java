package io.drydock.workbench;

import io.drydock.core.provenance.Provenance;
import io.drydock.core.run.RunListener;
import io.drydock.core.split.Split;
import io.drydock.network.source.HubWeights;
import io.drydock.network.source.WeightSource;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.Versions;
import io.drydock.workbench.train.DryRun;
import io.drydock.workbench.train.StartingWeights;
import io.drydock.workbench.train.StopSignal;
import io.drydock.workbench.train.Training;
import io.drydock.workbench.train.TrainingImages;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * {@code drydock train}: trains a classifier on the workspace's images and leaves a run with weights, graph, curves and
 * validation score. One of three operations that load the training engine. For one thread at a time.
 */
public final class TrainModel {
    private final Clock clock;

    /** Dates runs by the clock of the machine. */
    public TrainModel() {
        this(Clock.systemUTC());
    }

    /** @param clock dates the provenance of runs */
    public TrainModel(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to train.
     *
     * @param workspace folder of the workspace
     * @param plan complete settings and data; a split of 0 is the current one
     * @param stop ends the training early, resumable, when asked
     */
    public record Request(Path workspace, TrainPlan plan, StopSignal stop) {
        /** A recipe as it is, on the current split. */
        public Request(Path workspace, Recipe recipe) {
            this(workspace, new TrainPlan(recipe.config(), DataChoice.CURRENT_SPLIT), new StopSignal());
        }
    }

    /**
     * What came out.
     *
     * @param run as lists show it; its status tells whether it came to its end
     * @param folder of the run
     */
    public record Result(RunSummary run, Path folder) {}

    /**
     * Trains one run.
     *
     * @throws io.drydock.core.error.DrydockException saying what is wrong with data, settings or weights; no run begins then
     * @throws io.drydock.core.error.TrainingException if the work failed; the run is marked as failed
     */
    public Result run(Request request, RunListener events) {
        Workspace workspace = Workspace.open(request.workspace());
        TrainPlan plan = resolved(workspace, request.plan());
        long position = workspace.journal().position();
        Training training = prepared(workspace, plan, position, events, request.stop());
        RunFolder run = workspace.runs().create(plan.config().model(), details(plan, position));
        RunCard card = card(run, plan, training, position);
        run.writeRunJson(RunDocument.text(card, PlanMapper.tree(plan), provenance(card, plan)));
        training.run(run, card, events, request.stop());
        return new Result(RunSummary.of(workspace.runs().entry(run)), run.path());
    }

    /**
     * Says what a training would be and take, without beginning it.
     *
     * @throws io.drydock.core.error.DrydockException as {@link #run}, for what is wrong with data, settings or weights
     */
    public DryRun dryRun(Request request) {
        Workspace workspace = Workspace.open(request.workspace());
        TrainPlan plan = resolved(workspace, request.plan());
        TrainingImages images =
                TrainingImages.of(workspace, plan.data(), workspace.journal().position());
        StartingWeights start = StartingWeights.load(
                workspace, plan.config(), plan.data().from(), images.data().classes(), HubWeights.ofEnvironment());
        return Training.dryRun(workspace, plan, images, start);
    }

    /**
     * Trains one run a fold, each holding out its own, until done or asked to stop.
     *
     * @return the runs in order of their folds
     * @throws io.drydock.core.error.ConfigException if the split has no folds
     */
    public List<Result> runFolds(Request request, RunListener events) {
        Workspace workspace = Workspace.open(request.workspace());
        DataChoice data = resolved(workspace, request.plan()).data();
        Split split = workspace.splits().get(data.split());
        List<Result> results = new ArrayList<>();
        for (int fold = 0;
                fold < Math.max(1, split.foldCount()) && !request.stop().getAsBoolean();
                fold++) {
            TrainPlan plan = request.plan().withData(data.withFold(fold));
            results.add(run(new Request(request.workspace(), plan, request.stop()), events));
        }
        return results;
    }

    /** A plan with every automatic choice made: split, run names, threads, the place of a weight file. */
    static TrainPlan resolved(Workspace workspace, TrainPlan plan) {
        DataChoice data = plan.data();
        int split = data.split() == 0 ? workspace.splits().current().number() : data.split();
        TrainConfig config = plan.config();
        return new TrainPlan(
                config.withModel(config.model(), absolute(config.weights())).resolved(ModelZoo.create(config.model())),
                data.withSplit(split)
                        .withFrom(data.from()
                                .map(text -> workspace.runs().resolve(text).name())));
    }

    /** A weight file by its absolute path, so that the run can be repeated from any folder. */
    private static String absolute(String weights) {
        return WeightSource.parse(weights) instanceof WeightSource.File file
                ? file.path().toAbsolutePath().normalize().toString()
                : weights;
    }

    /** A training of the plan on the labels as of a position of the journal, from the weights that the plan names. */
    static Training prepared(
            Workspace workspace, TrainPlan plan, long position, RunListener events, BooleanSupplier stop) {
        TrainingImages images = TrainingImages.of(workspace, plan.data(), position);
        StartingWeights start = StartingWeights.load(
                workspace, plan.config(), plan.data().from(), images.data().classes(), HubWeights.ofEnvironment());
        return Training.prepare(workspace, plan, images, start, events, stop);
    }

    private static RunDetails details(TrainPlan plan, long position) {
        TrainConfig config = plan.config();
        return RunDetails.planned(
                        config.model(),
                        config.recipe(),
                        config.input().lastSize(),
                        plan.data().split(),
                        position,
                        config.epochs().total())
                .withFold(plan.data().fold())
                .withFrom(plan.data().from());
    }

    private static RunCard card(RunFolder run, TrainPlan plan, Training training, long position) {
        TrainConfig config = plan.config();
        return new RunCard(
                run.name(),
                config.model(),
                config.head().kind().name().toLowerCase(Locale.ROOT),
                training.images().data().classes(),
                config.epochs().unfrozen() == 0
                        ? config.input().firstSize()
                        : config.input().lastSize(),
                config.input().resize(),
                training.start().normalization(),
                plan.data().split(),
                plan.data().fold(),
                plan.data().allData(),
                plan.data().from(),
                position,
                training.images().data().sha256(),
                training.start().sha256());
    }

    private Provenance provenance(RunCard card, TrainPlan plan) {
        Versions versions = Versions.current();
        return Provenance.here(
                versions.drydock(),
                versions.libraries(),
                card.dataSha256(),
                card.journalPosition(),
                card.split(),
                plan.config().seed(),
                clock.instant());
    }
}
