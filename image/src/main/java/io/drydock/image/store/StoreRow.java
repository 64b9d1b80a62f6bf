package io.drydock.image.store;

/**
 * One content's entry in the index of a store file.
 *
 * @param checksum CRC-32C of its pixels; 0 when skipped
 * @param reason why there are no pixels; empty when there are
 */
record StoreRow(String sha256, int checksum, String reason) {
    boolean readable() {
        return reason.isEmpty();
    }
}
