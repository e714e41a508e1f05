package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTokenizerTest {

    private static List<String> kinds(String text) {
        return PythonTokenizer.tokenize(text).all().stream().map(t -> t.kind().name()).toList();
    }

    private static List<String> texts(String text) {
        return PythonTokenizer.tokenize(text).all().stream().map(Token::text).filter(t -> !t.isBlank()).toList();
    }

    private static List<SyntaxFault> faults(String text) {
        return PythonTokenizer.tokenize(text).faults();
    }

    @Test
    void marksIndentationLogicalLinesAndTheEnd() {
        assertThat(kinds("""
                if a:  # why

                    b
                c
                """)).containsExactly("KEYWORD", "NAME", "OPERATOR", "COMMENT", "NEWLINE", "LINE_BREAK", "INDENT", "NAME", "NEWLINE", "DEDENT",
                "NAME", "NEWLINE", "END");
    }

    @Test
    void endsALastLineWithoutSeparator() {
        assertThat(kinds("if a:\n  b")).endsWith("NAME", "NEWLINE", "DEDENT", "END");
    }

    @Test
    void joinsLinesInBracketsAndAfterBackslashes() {
        assertThat(kinds("f(a,\n  b) + \\\n  c\n")).containsExactly("NAME", "OPERATOR", "NAME", "OPERATOR", "LINE_BREAK", "NAME", "OPERATOR",
                "OPERATOR", "NAME", "NEWLINE", "END");
    }

    @Test
    void takesTheLongestOperator() {
        assertThat(texts("a **= b // c != d := e -> f ... <> g >>= @= ~h")).containsExactly("a", "**=", "b", "//", "c", "!=", "d", ":=", "e",
                "->", "f", "...", "<>", "g", ">>=", "@=", "~", "h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "1_000", "0xFF_ff", "0o17", "0b10", "1.", ".5", "1e10", "1.5E-3", "3j", "1_0.0_1e+1_0J", "0_0", "09.5"})
    void readsNumbers(String number) {
        assertThat(kinds(number)).startsWith("NUMBER", "NEWLINE");
        assertThat(faults(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0777", "10L", "1__0", "0x", "0b2", "1st_place", "5_", "0o8", "1.5x"})
    void reportsWhatIsNoNumberAsOneToken(String number) {
        assertThat(texts(number)).containsExactly(number);
        assertThat(faults(number)).containsExactly(new SyntaxFault(Kind.BAD_NUMBER, 0, number.length(), -1));
    }

    @Test
    void letsAKeywordFollowANumber() {
        assertThat(texts("1if x else 1or y")).containsExactly("1", "if", "x", "else", "1", "or", "y");
        assertThat(faults("1if x else 1or y")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "r'\\'", "Rb'x'", "bR\"x\"", "u'x'", "'''a\n'b''c'''", "\"\"\"a\\\"\"\"\"", "'a\\\nb'", "''", "\"\"\"\"\"\"", "f'{x}'",
            "rf'{x}\\{y}'", "t'{x}'", "f'{a[\"b\"]}'", "f'{x!r:>{width}}'", "f'{{}}'", "f'{x:%H:%M}'", "f'{\"a\" if b else \"c\"}'", "f'''{\n x\n}'''",
            "f'{x = }'", "f'\\N{BULLET}{x}'", "f'{x != y}'", "f'{ {1: 2}[1] }'", "f'{lambda_}'"})
    void readsAStringAsOneToken(String literal) {
        String text = literal.startsWith("r'\\'") ? "r'\\''" : literal;
        assertThat(PythonTokenizer.tokenize(text).all().getFirst()).isEqualTo(new Token(Token.Kind.STRING, 0, text.length(), text));
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f'{a['b']}'", "f\"{f\"{f\"{x}\"}\"}\"", "f'{'\\n'.join(x)}'", "f'{x:{'>'}{10}}'", "f'{\nx # note }\n}'"})
    void readsFormatStringsWithNestedQuotesOfPython312(String literal) {
        assertThat(texts(literal)).containsExactly(literal);
        assertThat(faults(literal)).isEmpty();
    }

    @Test
    void endsAHalfOpenFormatStringAtItsQuote() {
        assertThat(texts("print(f\"{name\", a)")).containsExactly("print", "(", "f\"{name\"", ",", "a", ")");
    }

    @Test
    void readsIdentifiersOfAllScripts() {
        assertThat(kinds("größe = имя + 変数 + _x1 + 𝔘nicode")).doesNotContain("ERROR");
    }

    @Test
    void keepsSoftKeywordsAsNames() {
        assertThat(kinds("match case type print _ exec")).containsExactly("NAME", "NAME", "NAME", "NAME", "NAME", "NAME", "NEWLINE", "END");
    }

    @Test
    void reportsAnUnterminatedStringAtItsOpening() {
        assertThat(faults("x = 1\nprint('hello)\ny = 2\n")).containsExactly(new SyntaxFault(Kind.UNTERMINATED_STRING, 12, 19, -1));
    }

    @Test
    void letsTheBracketsOfAnUnterminatedStringGo() {
        assertThat(kinds("print(f('a)\ny\n")).containsExactly("NAME", "OPERATOR", "NAME", "OPERATOR", "ERROR", "NEWLINE", "NAME", "NEWLINE", "END");
    }

    @Test
    void takesClosersAtTheEndOfAnUnterminatedStringForThoseOfEarlierLines() {
        assertThat(faults("f(a,\n  'b)\nc = 1\n")).containsExactly(new SyntaxFault(Kind.UNTERMINATED_STRING, 7, 10, -1));
    }

    @Test
    void endsAnUnclosedDocstringBeforeTheNextDefinition() {
        Tokens tokens = PythonTokenizer.tokenize("""
                def f():
                    \"""Does it.
                    return 1

                def g():
                    return 2
                """);
        assertThat(tokens.faults()).extracting(SyntaxFault::kind).containsExactly(Kind.UNTERMINATED_TRIPLE_STRING);
        assertThat(tokens.faults().getFirst().start()).isEqualTo(13);
        assertThat(tokens.significant()).extracting(Token::text).contains("g");
    }

    @Test
    void reportsAnUnclosedBracketWhereAStatementBegins() {
        String text = """
                x = foo(1, bar(2)
                def g():
                    pass
                """;
        assertThat(faults(text)).containsExactly(new SyntaxFault(Kind.UNCLOSED_BRACKET, 7, 8, 17));
    }

    @Test
    void reportsEveryBracketThatWasLeftOpen() {
        assertThat(faults("x = [(1,\n     2\ny = 3\n")).containsExactly(new SyntaxFault(Kind.UNCLOSED_BRACKET, 4, 5, 15),
                new SyntaxFault(Kind.UNCLOSED_BRACKET, 5, 6, 15));
    }

    @Test
    void reportsABracketOpenAtTheEndOfTheText() {
        assertThat(faults("x = {\n  'a': 1,\n")).containsExactly(new SyntaxFault(Kind.UNCLOSED_BRACKET, 4, 5, 15));
    }

    @Test
    void seesAnUnclosedCallBeforeACallOnTheNextLine() {
        assertThat(faults("def f():\n    print('a'\n    print('b')\n    return 1\n"))
                .containsExactly(new SyntaxFault(Kind.UNCLOSED_BRACKET, 18, 19, 22));
    }

    @Test
    void doesNotTakeAnArgumentNamedLikeAKeywordForAStatement() {
        assertThat(faults("f(\n    class='x',\n)\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = [a\nfor a in b\nif a\n]\n", "f(\nx = 3,\ny = 4)\n", "d = {\n'a': 1,\n'b':\n2}\n", "x = (a\nif b\nelse c)\n", "x = ('a'\n'b')\n"})
    void findsNoFaultInOddlyLaidOutButValidCode(String text) {
        assertThat(faults(text)).isEmpty();
    }

    @Test
    void reportsMismatchedAndExtraClosers() {
        assertThat(faults("f(1, [2)\n")).containsExactly(new SyntaxFault(Kind.MISMATCHED_BRACKET, 7, 8, 5));
        assertThat(faults("f(1))\n")).containsExactly(new SyntaxFault(Kind.UNMATCHED_CLOSER, 4, 5, -1));
    }

    @Test
    void reportsADedentToNoLevel() {
        String text = "if a:\n        b\n    c\nd\n";
        assertThat(faults(text)).containsExactly(new SyntaxFault(Kind.BAD_DEDENT, 16, 20, -1));
        assertThat(kinds(text).stream().filter(k -> k.equals("DEDENT"))).hasSize(1);
    }

    @Test
    void reportsTabsThatOnlyFitForOneTabWidth() {
        assertThat(faults("if a:\n        b\n\tc\n")).containsExactly(new SyntaxFault(Kind.MIXED_TABS, 16, 17, -1));
        assertThat(faults("if a:\n\tb\n\tc\n")).isEmpty();
    }

    @Test
    void reportsCharactersPythonDoesNotKnow() {
        assertThat(faults("print(\u201chi\u201d)")).extracting(SyntaxFault::kind).containsExactly(Kind.BAD_CHARACTER, Kind.BAD_CHARACTER);
        assertThat(faults("x\u00a0= 1")).containsExactly(new SyntaxFault(Kind.BAD_CHARACTER, 1, 2, -1));
        assertThat(faults("x = a ? b : c")).containsExactly(new SyntaxFault(Kind.BAD_CHARACTER, 6, 7, -1));
        assertThat(faults("`x`")).hasSize(2);
    }

    @Test
    void goesOnAfterABackslashWithBlanksBehindIt() {
        assertThat(faults("x = 1 + \\  \n  2\n")).containsExactly(new SyntaxFault(Kind.BAD_CHARACTER, 8, 11, -1));
        assertThat(texts("x = 1 + \\  \n  2\n")).containsExactly("x", "=", "1", "+", "2");
    }

    @Test
    void acceptsFormFeedsAndAllLineSeparators() {
        assertThat(faults("\fif a:\r\n    b\r    c\n\f\nd\r")).isEmpty();
    }

    @Test
    void coversTheTextWithoutOverlap() {
        String text = "def f(a, *, b=1):\n\treturn f'{a}' \\\n  + `b` # x\n  )\n";
        int at = 0;
        for (Token token : PythonTokenizer.tokenize(text).all()) {
            assertThat(token.start()).isGreaterThanOrEqualTo(at);
            assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
            at = token.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f\"{", "(", ")", "[(", "'", "\"\"\"", "f'{f\"{", "\\\n", "{'a':\n", "x = (\n", " \n", "0x", "f'{x!", "\"\"\"\ndef "})
    void takesLinearTimeForRepeatedTrouble(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PythonTokenizer.tokenize(text));
    }

    @Test
    void findsTheTokenAtAnOffset() {
        Tokens tokens = PythonTokenizer.tokenize("ab + c");
        assertThat(tokens.at(1)).isEqualTo(new Token(Token.Kind.NAME, 0, 2, "ab"));
        assertThat(tokens.at(2)).isNull();
        assertThat(tokens.within(3, 6)).extracting(Token::text).containsExactly("+", "c");
    }
}
