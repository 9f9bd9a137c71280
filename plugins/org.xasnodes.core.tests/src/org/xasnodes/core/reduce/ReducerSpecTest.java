package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReducerSpecTest {

    private static final ReducerSpec COLUMNS = new ReducerSpec("pca", 2, 0,
        new FeatureSpace("cdf", false, List.of("cdf 1.00 eV", "b \"\u00e4\"", "c"), 3, new double[]{1, 0.1, Double.NaN}));

    private static final ReducerSpec VECTOR = new ReducerSpec("ae", 0, Long.MIN_VALUE,
        new FeatureSpace("", true, List.of("v"), 0, new double[0]));

    private static String json(final ReducerSpec spec) throws IOException {
        final var out = new ByteArrayOutputStream();
        spec.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ReducerSpec read(final String json) throws IOException {
        return ReducerSpec.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertEquals(COLUMNS, read(json(COLUMNS)));
        assertEquals(VECTOR, read(json(VECTOR)));
    }

    /** The text a released version wrote; it is never changed, only added to. */
    @Test
    void aStoredSampleKeepsLoading() throws IOException {
        assertEquals(COLUMNS,
            read("{\"format\":\"xas-reducer-spec\",\"formatVersion\":1,\"method\":\"pca\",\"dimensions\":2,\"seed\":0,"
                + "\"feature\":\"cdf\",\"vector\":false,\"size\":3,\"columns\":[\"cdf 1.00 eV\",\"b \\\"\u00e4\\\"\",\"c\"],"
                + "\"energiesEv\":[1.0,0.1,null]}"));
    }

    @Test
    void aTextCutAnywhereIsRefused() throws IOException {
        final var json = json(COLUMNS);
        for (int length = 0; length < json.length(); length++) {
            final var cut = json.substring(0, length);
            final var message = assertThrows(IOException.class, () -> read(cut), cut).getMessage();
            assertTrue(message.contains("damaged"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"format\":\"xas-reducer-spec\",\"formatVersion\":1}"})
    void otherJsonIsNoSpec(final String json) {
        assertEquals("This is no description of a reducer of XAS Nodes.",
            assertThrows(IOException.class, () -> read(json)).getMessage());
    }

    @Test
    void aNewerVersionIsRefusedByItsNumber() throws IOException {
        final var newer = json(COLUMNS).replace("\"formatVersion\":1", "\"formatVersion\":7");
        assertTrue(assertThrows(IOException.class, () -> read(newer)).getMessage().contains("version 7"));
    }

    @Test
    void partsThatDoNotFitEachOtherAreRefused() throws IOException {
        final var wrong = json(COLUMNS).replace("\"size\":3", "\"size\":4");
        assertTrue(assertThrows(IOException.class, () -> read(wrong)).getMessage().contains("damaged"));
        final var negative = json(COLUMNS).replace("\"dimensions\":2", "\"dimensions\":-2");
        assertTrue(assertThrows(IOException.class, () -> read(negative)).getMessage().contains("damaged"));
    }
}
