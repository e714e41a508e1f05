package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.CandidatePatch;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndeclaredEncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final RuleExamples examples = RuleExamples.of(new UndeclaredEncoding());

    @Test
    void westernText() {
        assertThat(declared("name = \"Straße\"\n")).containsExactly("# -*- coding: latin-1 -*-\nname = \"Straße\"\n");
    }

    @Test
    void signsThatOnlyWindowsHas() {
        assertThat(declared("price = \"5 €\"\n")).containsExactly("# -*- coding: cp1252 -*-\nprice = \"5 €\"\n");
    }

    @Test
    void behindTheLineThatNamesTheInterpreter() {
        assertThat(declared("#!/usr/bin/env python3\nauthor = \"René\"\n"))
                .containsExactly("#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\nauthor = \"René\"\n");
    }

    @Test
    void lineEndsAreKept() {
        assertThat(declared("x = 1\r\ny = \"ü\"\r\n")).containsExactly("# -*- coding: latin-1 -*-\r\nx = 1\r\ny = \"ü\"\r\n");
    }

    @Test
    void inATextOfSeveralLines() {
        assertThat(declared("\"\"\"Prüft.\n\nNur das.\n\"\"\"\nok = True\n")).allMatch(text -> text.startsWith("# -*- coding: latin-1 -*-\n\"\"\"Prüft."));
    }

    @Test
    void leavesAWrongDeclaration() {
        assertThat(declared("# coding: utf-8\nx = \"é\"\n")).isEmpty();
    }

    @Test
    void leavesBytesThatAreNoText() {
        assertThat(declared("x = 1\n\0é\n")).isEmpty();
    }

    @Test
    void leavesDataThatCannotBeRead() {
        examples.leavesAlone("b\"\\xe9\".decode(\"utf-8\")\n");
    }

    /// The texts proposed for a file {@code old.py} in the old encoding of Windows, which the program imports.
    private List<String> declared(String text) {
        List<CandidatePatch> found = examples.candidates("""
                from pathlib import Path
                Path("old.py").write_bytes(bytes.fromhex("%s"))
                import old
                """.formatted(HexFormat.of().formatHex(text.getBytes(WINDOWS))));
        return found.stream().map(patch -> patch.edits().getFirst().applyTo(text)).toList();
    }
}
