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

    @Test
    void aFlagByItsBeginning() {
        examples.heals("""
                import argparse
                cli = argparse.ArgumentParser()
                cli.add_argument('--verbosity', type=int, default=1)
                assert cli.parse_args([]).verbose == 1
                """, ".verbosity == 1");
    }

    @Test
    void aCountByAnotherName() {
        examples.heals("""
                import argparse
                ask = argparse.ArgumentParser()
                ask.add_argument('--retries', type=int, default=4)
                got = ask.parse_args([])
                assert got.attempts + 1 == 5
                """, "got.retries + 1");
    }

    @Test
    void aMissingFieldOfAnObject() {
        examples.leavesAlone("""
                class Map:
                    size = 1
                Map().scale
                """);
    }
}
