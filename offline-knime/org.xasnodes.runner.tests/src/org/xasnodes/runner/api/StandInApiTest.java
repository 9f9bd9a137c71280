package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stand-in invents nothing: what it shows under KNIME's names is what KNIME 5.9 shows. */
final class StandInApiTest {

    private static SignatureList knime;

    private static SignatureList standIn;

    @BeforeAll
    static void readBoth() throws IOException {
        knime = SignatureList.read(ProjectFiles.usedSignatures());
        standIn = OurBytecode.standInSignatures();
    }

    @Test
    void offersEnoughToBeWorthTheTest() {
        assertTrue(standIn.classes().size() > 40, () -> "only " + standIn.classes().keySet());
    }

    @Test
    void everyClassIsOneOfKnimesWithTheSameKindAndModifiers() {
        final List<String> invented = new ArrayList<>();
        standIn.classes().forEach((name, own) -> {
            final String theirs = knime.find(name).map(ApiClass::modifiersAndKind).orElse("nothing");
            if (!theirs.equals(own.modifiersAndKind())) {
                invented.add(name + " is " + own.modifiersAndKind() + " here, " + theirs + " in KNIME");
            }
        });
        assertEquals(List.of(), invented);
    }

    @Test
    void everySuperTypeIsASuperTypeInKnime() {
        final List<String> invented = new ArrayList<>();
        forEachSharedClass((own, theirs) -> {
            final Set<String> additional = new TreeSet<>(own.superTypes());
            additional.removeAll(knime.lineage(own.name()));
            additional.forEach(type -> invented.add(own.name() + " is a " + type + " only here"));
        });
        assertEquals(List.of(), invented);
    }

    @Test
    void everyMemberIsOneOfKnimesWithTheSameDescriptorAndModifiers() {
        final List<String> invented = new ArrayList<>();
        forEachSharedClass((own, theirs) -> own.members().forEach((key, line) -> {
            final String known = theirs.members().getOrDefault(key, "nothing");
            if (!ApiClass.withoutDetails(known).equals(ApiClass.withoutDetails(line))) {
                invented.add(own.name() + ": '" + line + "' is '" + known + "' in KNIME");
            }
        }));
        assertEquals(List.of(), invented);
    }

    /** What only a compiler sees must be the same too, or our sources would not compile against KNIME itself. */
    @Test
    void exceptionsTypeParametersAndConstantsAreKnimesToo() {
        final List<String> different = new ArrayList<>();
        forEachSharedClass((own, theirs) -> own.members().forEach((key, line) -> {
            final String known = theirs.members().getOrDefault(key, line);
            if (!ApiClass.withoutRepetition(known).equals(ApiClass.withoutRepetition(line))) {
                different.add(own.name() + ": '" + line + "' is '" + known + "' in KNIME");
            }
        }));
        assertEquals(List.of(), different);
    }

    private static void forEachSharedClass(final BiConsumer<ApiClass, ApiClass> check) {
        standIn.classes().forEach((name, own) -> knime.find(name).ifPresent(theirs -> check.accept(own, theirs)));
    }
}
