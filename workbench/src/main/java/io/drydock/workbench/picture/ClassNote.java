package io.drydock.workbench.picture;

import io.drydock.core.data.ClassLabel;
import java.util.List;

/**
 * What people should know to tell a class.
 *
 * @param text what somebody wrote about it, possibly empty
 * @param references numbers of images that show the class well
 * @param chosen whether somebody chose the references, rather than nobody having doubted them
 */
public record ClassNote(ClassLabel label, String text, List<Long> references, boolean chosen) {
    public ClassNote {
        references = List.copyOf(references);
    }
}
