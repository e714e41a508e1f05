package dev.codeheals.engine.repair.rule;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class UndeclaredEncodingTest {
    private final RuleExamples examples = RuleExamples.of(new UndeclaredEncoding()).writtenIn(Charset.forName("windows-1252"));

    @Test
    void westernText() {
        examples.heals("""
                street = "Hauptstraße"
                assert len(street) == 11
                """, "# -*- coding: latin-1 -*-\nstreet = \"Hauptstraße\"");
    }

    @Test
    void signsThatOnlyWindowsHas() {
        examples.heals("""
                prices = ["5 €", "7 €"]
                assert {price[-1] for price in prices} == {"\\u20ac"}
                """, "# -*- coding: cp1252 -*-\nprices = [\"5 €\"");
    }

    @Test
    void behindTheLineThatNamesTheInterpreter() {
        examples.heals("""
                #!/usr/bin/env python3
                author = "René"
                print(author.upper() == "REN\\xc9")
                """, "#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\nauthor");
    }

    @Test
    void aModuleThatIsImported() {
        examples.heals("""
                import cities
                assert cities.WEST[0].startswith("K")
                #--- cities.py
                WEST = ["Köln", "Münster"]
                """, "# -*- coding: latin-1 -*-\nWEST");
    }

    @Test
    void lineEndsAreKept() {
        examples.heals("year = 2024\r\nname = \"März\"\r\nassert len(name) == 4\r\n", "# -*- coding: latin-1 -*-\r\nyear = 2024\r\n");
    }

    @Test
    void leavesAWrongDeclaration() {
        examples.leavesAlone("""
                # coding: utf-8
                greeting = "Grüße"
                """);
    }

    @Test
    void leavesDataThatCannotBeRead() {
        examples.leavesAlone("""
                raw = bytes([0x4b, 0xf6, 0x6c])
                print(raw.decode("utf-8"))
                """);
    }

    @Test
    void leavesADeclaredFileWithAnotherFault() {
        examples.leavesAlone("""
                # coding: cp1252
                total = "12 €
                """);
    }
}
