package io.drydock.core.chart;

/** A point worth naming, such as a suggested learning rate. */
public record Mark(String name, double x, double y) {}
