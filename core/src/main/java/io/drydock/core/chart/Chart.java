package io.drydock.core.chart;

/** A picture of numbers as one {@code <svg>} element: stands alone as a file and inline in a page. */
public interface Chart {
    /** The element, without XML declaration; colors follow the reader's light or dark setting. */
    String svg();
}
