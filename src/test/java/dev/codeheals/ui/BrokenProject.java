package dev.codeheals.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small broken projects, written where a test wants them.
public final class BrokenProject {
    static final String BASKET = """
            def parse(text):
                return json.loads(text)


            def total(text):
                return sum(parse(text).values())
            """;
    static final String HEALED = "import json\n\n\n" + BASKET;

    private BrokenProject() {}

    /// A module that uses {@code json} without importing it, and a suite that shows it.
    public static Path missingImport(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("basket.py"), BASKET);
        Files.writeString(folder.resolve("test_basket.py"), """
                import unittest

                from basket import total


                class Totals(unittest.TestCase):
                    def test_total(self):
                        self.assertEqual(total('{"apple": 2, "pear": 3}'), 5)

                    def test_empty(self):
                        self.assertEqual(total('{}'), 0)
                """);
        return folder;
    }
}
