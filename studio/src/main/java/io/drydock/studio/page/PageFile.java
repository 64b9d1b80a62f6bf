package io.drydock.studio.page;

/**
 * A file that the browser may load.
 *
 * @param content as it is sent
 */
record PageFile(String contentType, byte[] content) {}
