package io.drydock.workbench;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.error.DrydockException;
import io.drydock.core.file.Destination;
import io.drydock.core.file.Existing;
import io.drydock.core.metric.Scores;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.core.submission.AnswerForm;
import io.drydock.core.submission.SampleSubmission;
import io.drydock.core.submission.SubmissionFile;
import io.drydock.image.hash.ContentHash;
import io.drydock.infer.predict.Prediction;
import io.drydock.train.device.Devices;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.Mixing;
import io.drydock.workbench.submission.SubmissionLine;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import io.drydock.workspace.submission.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code drydock submit}: the answer of one run, or of several combined, to the test images, checked against the sample
 * submission and entered in the ledger. On the CPU it never loads the training engine. Safe for use by many threads.
 */
public final class WriteSubmission {
    private final Clock clock;
    private final Device device;

    /** Dates entries by the clock of the machine, and computes on the usual device. */
    public WriteSubmission() {
        this(Device.AUTO);
    }

    /** @param device that runs compute on, where their probabilities are not there yet */
    public WriteSubmission(Device device) {
        this(Clock.systemUTC(), device);
    }

    /**
     * @param clock dates the entry in the ledger
     * @param device that runs compute on, where their probabilities are not there yet
     */
    public WriteSubmission(Clock clock, Device device) {
        this.clock = clock;
        this.device = device;
    }

    /**
     * What to submit.
     *
     * @param workspace folder of the workspace
     * @param runs names or numbers of runs, {@code latest}, or CSV files of probabilities of the test images
     * @param mix how several are combined
     * @param mixText the same as typed, for the ledger
     * @param tta views of each image, 1 for the plain image
     * @param output file to write
     * @param force whether an existing file may be replaced
     */
    public record Request(
            Path workspace, List<String> runs, Mix mix, String mixText, int tta, Path output, boolean force) {
        public Request {
            runs = List.copyOf(runs);
            if (runs.isEmpty()) {
                throw new ConfigException("Name at least one run or probability file to submit.");
            }
        }

        /** Plain images, the mean of several runs, into a new file. */
        public Request(Path workspace, Path output, String... runs) {
            this(workspace, List.of(runs), new Mix.Mean(), "mean", 1, output, false);
        }
    }

    /**
     * What was written.
     *
     * @param submission as the ledger has it
     * @param counts answers of each class code, in class order of their codes
     * @param checked whether there was a sample submission to check against
     * @param described how several were combined, in words; empty for one
     * @param noScore why there is no validation score; empty when there is one
     * @param note what the user should know of how the sample was read; empty when it leaves no doubt
     */
    public record Result(
            SubmissionLine submission,
            Map<String, Integer> counts,
            boolean checked,
            String described,
            String noScore,
            Optional<String> note) {}

    /**
     * Predicts, checks, writes and enters.
     *
     * @throws DataException if the answer does not fit the sample, saying how; nothing is written then
     * @throws ConfigException if the device cannot be used
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        Destination.require(request.output(), request.force() ? Existing.REPLACE : Existing.REFUSE);
        Device computing = Devices.resolve(device);
        List<Contender> contenders = request.runs().stream()
                .map(text -> Contender.of(workspace, text, computing))
                .toList();
        request.mix().checkModels(contenders.size());
        Optional<SampleSubmission> given =
                workspace.sources().find(SourceRole.SAMPLE).map(WriteSubmission::sample);
        List<String> images = testImages(workspace);
        SampleSubmission sample = given.orElseGet(() -> SampleSubmission.ofImages(images));
        AnswerForm form = sample.form(workspace.classes());
        contenders.forEach(contender -> contender.check(workspace, Part.TEST, images));
        boolean fitting = contenders.size() > 1 && request.mix().needsFitting();
        Validation validation = validation(workspace, contenders, request, fitting, progress);
        Mix mix = validation.mix().orElse(request.mix());
        Probabilities probabilities = predict(workspace, contenders, request, mix, images, progress);
        SubmissionFile file = SubmissionFile.of(sample, probabilities, workspace.classes());
        file.write(request.output(), request.force());
        Submission entered = workspace.submissions().enter(entry(workspace, request, contenders, file, validation));
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> codes = new HashMap<>();
        for (String code : workspace.classes().codes()) {
            counts.put(code, 0);
            codes.put(form.cell(code), code);
        }
        file.answers().values().forEach(cell -> counts.merge(codes.getOrDefault(cell, cell), 1, Integer::sum));
        return new Result(
                SubmissionLine.of(workspace, entered),
                counts,
                given.isPresent(),
                contenders.size() > 1 ? mix.described() : "",
                validation.noScore(),
                form.note());
    }

    /**
     * @param mix to combine others with, where it differs from the one asked for
     * @param scored what the score is of
     */
    private record Validation(Optional<Mix> mix, Optional<Mixing> scored, Optional<Scores> scores, String noScore) {
        static Validation none(String why) {
            return new Validation(Optional.empty(), Optional.empty(), Optional.empty(), why);
        }
    }

    /** A score where there can be one; fitting weights needs one, all else does without. */
    private static Validation validation(
            Workspace workspace, List<Contender> contenders, Request request, boolean fitting, Progress progress) {
        try {
            if (contenders.stream().anyMatch(one -> one.folder().isEmpty()) && !fitting) {
                return Validation.none("a file of test probabilities has no validation score");
            }
            Mixing mixing = Mixing.of(workspace, contenders, Part.VALID, request.tta(), request.mix(), progress);
            return new Validation(
                    mixing.mix(),
                    Optional.of(mixing),
                    Optional.of(Scores.of(mixing.labelIndexes(), mixing.probabilities())),
                    "");
        } catch (DrydockException e) {
            if (fitting) {
                throw e;
            }
            return Validation.none(e.getMessage());
        }
    }

    private static Probabilities predict(
            Workspace workspace,
            List<Contender> contenders,
            Request request,
            Mix mix,
            List<String> images,
            Progress progress) {
        List<Probabilities> predicted = new ArrayList<>();
        for (Contender contender : contenders) {
            Prediction prediction = contender.predict(workspace, Part.TEST, images, request.tta(), progress);
            if (!prediction.skipped().isEmpty()) {
                Prediction.Skipped first = prediction.skipped().get(0);
                throw new DataException(prediction.skipped().size() + " of " + images.size()
                        + " test images could not be read, so the submission would lack them (first: " + first.image()
                        + ": " + first.message() + "). Put the files back, or run drydock init " + workspace.root()
                        + " where they changed on purpose. Nothing was written.");
            }
            predicted.add(prediction.probabilities());
        }
        return predicted.size() == 1 ? predicted.get(0) : mix.combine(predicted);
    }

    private static SampleSubmission sample(SourceFile source) {
        return SampleSubmission.parse(source.name(), source.content().bytes(), source.csv());
    }

    private static List<String> testImages(Workspace workspace) {
        List<String> images =
                workspace.testImages().stream().map(StoredImage::path).toList();
        if (images.isEmpty()) {
            throw new DataException("The workspace has no test images to answer. Run drydock init again with --test"
                    + " test.csv and, where there is one, --sample sample_submission.csv.");
        }
        return images;
    }

    private Submission entry(
            Workspace workspace,
            Request request,
            List<Contender> contenders,
            SubmissionFile file,
            Validation validation) {
        long position = contenders.stream()
                .flatMap(one -> one.card().stream())
                .mapToLong(card -> card.journalPosition())
                .max()
                .orElse(workspace.journal().position());
        return new Submission(
                0,
                request.output().toString(),
                ContentHash.ofBytes(file.bytes()),
                contenders.stream().map(Contender::name).toList(),
                contenders.size() > 1 ? request.mixText() : "",
                request.tta(),
                position,
                validation.scores().map(Scores::n),
                validation.scores().map(Scores::weightedF1),
                Optional.of(validation.scored().map(Mixing::epochChosen).orElse(false)),
                Optional.of(validation.scored().map(Mixing::crossFitFolds).orElse(0)),
                Optional.empty(),
                clock.instant());
    }
}
