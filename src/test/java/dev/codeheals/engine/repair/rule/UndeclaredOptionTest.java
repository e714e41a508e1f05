package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UndeclaredOptionTest {
    private final RuleExamples examples = RuleExamples.of(new UndeclaredOption());

    @Test
    void anOptionByHalfItsName() {
        examples.heals("""
                import argparse

                parser = argparse.ArgumentParser()
                parser.add_argument("-o", "--output-file", default="out.txt")
                options = parser.parse_args([])
                assert options.output.endswith("out.txt")
                """, "options.output_file.endswith");
    }

    @Test
    void anOptionStoredElsewhere() {
        examples.heals("""
                import argparse

                def parse(argv):
                    parser = argparse.ArgumentParser()
                    parser.add_argument("folder")
                    parser.add_argument("--depth", dest="levels", type=int, default=2)
                    return parser.parse_args(argv)

                def run(argv):
                    args = parse(argv)
                    return args.folder * args.depth

                assert run(["a"]) == "aa"
                """, "args.levels");
    }

    @Test
    void aPlaceNobodyReads() {
        examples.heals("""
                from argparse import ArgumentParser

                def source(argv):
                    reader = ArgumentParser()
                    reader.add_argument("infile")
                    return reader.parse_args(argv).path

                assert source(["x.csv"]) == "x.csv"
                """, ".infile");
    }

    @Test
    void anOptionThatIsMissingAltogether() {
        examples.leavesAlone("""
                import argparse

                parser = argparse.ArgumentParser()
                parser.add_argument("--size")
                args = parser.parse_args([])
                print(args.size, args.colour)
                """);
    }

    @Test
    void aNamespaceOfItsOwnKind() {
        examples.leavesAlone("""
                class Settings:
                    pass

                Settings().missing
                """);
    }
}
