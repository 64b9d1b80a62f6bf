package io.drydock.network.graph;

/** A consecutive part of a backbone, up to and with {@code lastNode}: {@code stem}, {@code layer1}, {@code blocks.0}. */
public record Stage(String name, String lastNode) {}
