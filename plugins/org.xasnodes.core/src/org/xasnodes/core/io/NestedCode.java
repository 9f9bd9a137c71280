package org.xasnodes.core.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A short code for a nested JSON value, such as the structure of a compound: equal values have equal codes, so that the
 * spectra of the sites of a structure can be found by it without keeping the structure itself.
 */
final class NestedCode {

    /** Two of a million different values get the same code with a probability of 3e-8. */
    private static final int BYTES = 8;

    private NestedCode() {
    }

    /**
     * @param parser stands at the beginning of an object or array, afterwards at its end
     * @return 16 hexadecimal digits
     */
    static String of(final JsonParser parser) throws IOException {
        final var digest = sha256();
        int depth = 0;
        do {
            final var token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            digest.update((byte)token.ordinal());
            if (token == JsonToken.FIELD_NAME || token.isScalarValue()) {
                digest.update(parser.getText().getBytes(StandardCharsets.UTF_8));
                digest.update((byte)0);
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
