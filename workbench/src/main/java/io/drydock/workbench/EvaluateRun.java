package io.drydock.workbench;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import io.drydock.core.label.LabelState;
import io.drydock.core.metric.MostConfused;
import io.drydock.core.metric.Scores;
import io.drydock.core.metric.TopLosses;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.core.predict.Mix;
import io.drydock.core.split.Part;
import io.drydock.train.device.Devices;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.evaluate.HardImages;
import io.drydock.workbench.evaluate.Mixing;
import io.drydock.workbench.evaluate.TrainingNotes;
import io.drydock.workbench.evaluate.UnseenClasses;
import io.drydock.workbench.predict.UnreadImage;
import io.drydock.workbench.report.EvaluationPage;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code drydock evaluate}: scores, confusions and hardest images of one run or of several combined, on a labelled part,
 * with a page to read them on. On the CPU it never loads the training engine. Safe for use by many threads.
 */
public final class EvaluateRun {
    private final Device device;

    /** Computes on the usual device. */
    public EvaluateRun() {
        this(Device.AUTO);
    }

    /** @param device that runs compute on, where their probabilities are not there yet */
    public EvaluateRun(Device device) {
        this.device = device;
    }

    /**
     * What to evaluate.
     *
     * @param workspace folder of the workspace
     * @param runs names or numbers of runs, {@code latest}, or CSV files of probabilities
     * @param tta views of each image, 1 for the plain image
     * @param mix how several are combined
     * @param hardest number of images with the largest losses to list and show
     * @param report whether to write the page
     */
    public record Request(Path workspace, List<String> runs, Part part, int tta, Mix mix, int hardest, boolean report) {
        public Request {
            runs = List.copyOf(runs);
            if (runs.isEmpty()) {
                throw new ConfigException("Name at least one run or probability file to evaluate.");
            }
            if (hardest < 0) {
                throw new ConfigException("The number of hardest images must not be below 0, was " + hardest + ".");
            }
        }

        /** Plain images of the valid part, the 24 hardest, with a page. */
        public Request(Path workspace, String... runs) {
            this(workspace, List.of(runs), Part.VALID, 1, new Mix.Mean(), 24, true);
        }
    }

    /**
     * What was found.
     *
     * @param skipped images that could not be read, with reasons
     */
    public record Result(Evaluation evaluation, List<UnreadImage> skipped) {
        public Result {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Evaluates.
     *
     * @throws io.drydock.core.error.WorkspaceException if a run is unknown or has no model
     * @throws ConfigException if the part has no labels, runs do not share it, or the device cannot be used
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        Device computing = Devices.resolve(device);
        List<Contender> contenders = request.runs().stream()
                .map(text -> Contender.of(workspace, text, computing))
                .toList();
        Mixing mixing = Mixing.of(workspace, contenders, request.part(), request.tta(), request.mix(), progress);
        int[] labels = mixing.labelIndexes();
        Scores scores = Scores.of(labels, mixing.probabilities());
        List<TopLoss> hardest = TopLosses.of(labels, mixing.probabilities(), request.hardest());
        LabelState now = workspace.journal().state();
        LabelState then = workspace.journal().state(mixing.labels().split().journalPosition());
        Path page = page(workspace, contenders);
        Evaluation evaluation = new Evaluation(
                contenders.stream().map(Contender::name).toList(),
                request.part(),
                request.tta(),
                mixing.described(),
                mixing.crossFitFolds(),
                mixing.epochChosen(),
                now.position(),
                now.differencesFrom(then, mixing.labels().split().images(request.part())),
                workspace.classes(),
                scores,
                MostConfused.of(scores.confusion(), 1),
                hardest,
                TrainingNotes.of(contenders, workspace.classes()),
                UnseenClasses.of(mixing.labels().split(), workspace.dataset()),
                request.report() ? relative(workspace, page) : "");
        if (request.report()) {
            EvaluationPage.of(evaluation, new HardImages(workspace, contenders, computing).pictures(hardest, progress))
                    .write(page);
        }
        return new Result(
                evaluation, mixing.skipped().stream().map(UnreadImage::of).toList());
    }

    private static Path page(Workspace workspace, List<Contender> contenders) {
        if (contenders.size() == 1 && contenders.get(0).folder().isPresent()) {
            return contenders.get(0).folder().get().report().resolve("index.html");
        }
        String names =
                String.join("+", contenders.stream().map(EvaluateRun::shortName).toList());
        return workspace.reports().file("evaluate-" + names.substring(0, Math.min(100, names.length())) + ".html");
    }

    private static String shortName(Contender contender) {
        return contender
                .folder()
                .map(run -> String.valueOf(run.id()))
                .orElseGet(() -> contender.name().replaceAll("[^A-Za-z0-9_-]+", "-"));
    }

    private static String relative(Workspace workspace, Path page) {
        return workspace.root().relativize(page).toString().replace('\\', '/');
    }
}
