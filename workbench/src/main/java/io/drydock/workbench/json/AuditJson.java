package io.drydock.workbench.json;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.metric.Measured;
import io.drydock.core.statistic.RocArea;
import io.drydock.explore.check.CheckResult;
import io.drydock.explore.cue.Association;
import io.drydock.explore.cue.Cue;
import io.drydock.workbench.AuditData;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.audit.CueLook;
import io.drydock.workbench.review.LeftErrors;
import io.drydock.workbench.subject.SeveralLook;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.audit/1}. Safe for use by many threads. */
public final class AuditJson {
    private AuditJson() {}

    /** The whole audit; findings without verdicts, which are the journal's to tell. */
    public static ObjectNode of(AuditData.Result result) {
        Audit audit = result.audit();
        ClassList classes = audit.images().classes();
        ObjectNode document = JsonText.document("audit");
        ArrayNode summary = document.putArray("summary");
        audit.summary()
                .forEach(kind -> summary.addObject()
                        .put("kind", kind.kind().key())
                        .put("count", kind.count())
                        .set("expected_changes", JsonText.number(kind.worth())));
        audit.labels()
                .ifPresentOrElse(
                        labels -> document.set(
                                "label_errors", measured(labels.estimate().total())),
                        () -> document.putNull("label_errors"));
        ArrayNode findings = document.putArray("findings");
        audit.findings().forEach(finding -> findings.add(FindingJson.of(finding, classes, Optional.empty())));
        document.set("duplicates", InspectJson.groups(audit.duplicates().groups()));
        labels(document, audit);
        ArrayNode checks = document.putArray("checks");
        audit.checks().forEach(check -> checks.add(check(check)));
        several(document, checks, audit.several());
        document.set("cues", cues(audit.cues(), classes));
        document.set("shift", ShiftJson.look(audit.shift()));
        document.putObject("map")
                .set("trustworthiness", JsonText.number(audit.map().trustworthiness()));
        ObjectNode seconds = document.putObject("step_seconds");
        audit.seconds().forEach(seconds::put);
        return document.put("report", result.report().map(Object::toString).orElse(null));
    }

    private static void labels(ObjectNode document, Audit audit) {
        ArrayNode pairs = document.putArray("label_error_pairs");
        ClassList classes = audit.images().classes();
        audit.labels().ifPresent(labels -> {
            document.put(
                    "label_errors_note", LeftErrors.of(labels.estimate()).note().orElse(null));
            document.put("probabilities_from", labels.source());
            document.set(
                    "labels_not_judged",
                    JsonText.strings(
                            labels.alone().stream().map(LabeledImage::image).toList()));
            labels.estimate()
                    .pairs()
                    .forEach(pair -> pairs.addObject()
                            .put("label", classes.get(pair.given()).code())
                            .put("suggested", classes.get(pair.other()).code())
                            .set("count", measured(pair.count())));
        });
    }

    private static ObjectNode check(CheckResult check) {
        ObjectNode node = JsonText.object()
                .put("kind", check.kind().key())
                .put("measure", check.measure())
                .put("low_is_suspect", check.lowIsSuspect())
                .put("count", check.flags().size());
        node.set("threshold", JsonText.number(check.threshold()));
        return node;
    }

    private static void several(ObjectNode document, ArrayNode checks, SeveralLook look) {
        look.listed().ifPresent(listed -> {
            RocArea made = listed.made();
            ObjectNode node = check(listed.check()).put("is_ranking", true);
            checks.add(node.set("told_from_made", JsonText.measured(made.area(), made.low(), made.high())));
        });
        ArrayNode notMade = document.putArray("not_made");
        look.notMade()
                .ifPresent(reason -> notMade.addObject()
                        .put("kind", FindingKind.SEVERAL_OBJECTS.key())
                        .put("reason", reason));
    }

    private static ObjectNode cues(CueLook look, ClassList classes) {
        ObjectNode node = JsonText.object();
        ArrayNode cues = node.putArray("measures");
        for (Cue cue : look.cues()) {
            ObjectNode one = cues.addObject().put("name", cue.name()).put("notable", cue.notable());
            one.set("accuracy", JsonText.number(cue.accuracy()));
            one.set("majority", JsonText.number(cue.majority()));
            one.set("gain", measured(cue.gain()));
            one.set("balanced_accuracy", measured(cue.balanced()));
            one.set("chance", JsonText.number(cue.chance()));
            one.set("p_value", JsonText.number(cue.pValue()));
        }
        ArrayNode associations = node.putArray("associations");
        for (Association association : look.associations()) {
            ObjectNode one = associations
                    .addObject()
                    .put("trait", association.trait())
                    .put("label", classes.get(association.label()).code())
                    .put("hits", association.hits())
                    .put("matching", association.matching())
                    .put("of_class", association.ofClass());
            one.set("lift", JsonText.number(association.lift()));
            one.set("p_value", JsonText.number(association.pValue()));
        }
        return node;
    }

    private static JsonNode measured(Measured value) {
        return JsonText.measured(value.value(), value.low(), value.high());
    }
}
