package io.drydock.cli;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.workbench.json.EventJson;
import io.drydock.workbench.json.JsonText;
import java.io.PrintWriter;

/** A training's events, one JSON document a line, each flushed. For one thread at a time. */
final class EventStream implements RunListener {
    private final PrintWriter out;

    EventStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(RunEvent event) {
        out.println(JsonText.line(EventJson.of(event)));
        out.flush();
    }
}
