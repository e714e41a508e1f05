package dev.codeheals.engine.repair.rule;

import java.util.List;

/// The rules about grammar, brackets, strings and indentation.
final class SyntaxRules {
    private SyntaxRules() {}

    static List<RepairRule> all() {
        return List.of(new MissingColon(), new UnclosedBracket(), new WrongCloser(), new MissingComma(), new UnterminatedString(),
                new ForeignSyntax(), new KeywordSlip(), new AssignmentInCondition(), new OldPrint(), new OldPython(), new MissingBlock(),
                new WrongIndent(), new MixedTabs(), new OddCharacter(), new PastedProse(), new LeadingZeros(), new BracesInFString(),
                new OutsideFunction(), new ParameterOrder(), new BraceBlocks(),
                new SuperfluousWord(), new ForeignComment(), new BareTry(), new MergeConflict(), new ChoiceWithoutElse(), new AssignmentTarget(), new ReservedName(), new BackslashPath(), new MissingParentheses(),
                new OneToken());
    }
}
