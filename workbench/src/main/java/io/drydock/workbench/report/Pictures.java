package io.drydock.workbench.report;

/** Where a report takes the pictures of the data set from. */
@FunctionalInterface
public interface Pictures {
    /** The picture of an image at the size that reports show, by relative path; a gray tile when it cannot be read. */
    Picture of(String image);
}
