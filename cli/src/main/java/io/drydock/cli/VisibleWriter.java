package io.drydock.cli;

import io.drydock.core.text.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes text on with its hidden characters escaped, as {@link VisibleText#lines} does. For one thread at a time. */
final class VisibleWriter extends FilterWriter {
    VisibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        char one = (char) c;
        if (VisibleText.isHidden(one) && !VisibleText.isLayout(one)) {
            out.write(VisibleText.escape(one));
        } else {
            out.write(one);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(VisibleText.lines(text.substring(from, from + length)));
    }
}
