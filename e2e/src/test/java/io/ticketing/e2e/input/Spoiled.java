package io.ticketing.e2e.input;

import org.jspecify.annotations.Nullable;

/**
 * One wrong value.
 *
 * @param field where it stands
 * @param how what is wrong with it
 * @param raw the bytes in the place of the value; null for no value at all
 * @param isNamed whether the problem can name the field: bytes that are no text may be refused before there are fields
 */
record Spoiled(String field, String how, byte @Nullable [] raw, boolean isNamed) {
    @Override
    public String toString() {
        return field + ": " + how;
    }
}
