package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTest {

    private static Parsed parse(String text) {
        return PythonParser.parse("a.py", text);
    }

    private static List<Stmt> body(String text) {
        return parse(text).module().body();
    }

    private static Stmt.Broken broken(String text) {
        return Tree.of(parse(text)).all(Stmt.Broken.class).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "async def f(a, /, b: int = 1, *c: *Ts, d, e=2, **g) -> int:\n    async with a as b, c: pass\n    return await x",
            "with (open(a) as b, open(c) as d,): pass", "with (a, b) as c: pass", "with (yield a): pass",
            "match x:\n    case [1, *_, Point(x=0, y=-1.5+2j)] | {'a': b, **c} as d if e: pass\n    case a.b | None | 'x' 'y': pass\n    case _: pass",
            "match = case = type = 1\nmatch(x)\nmatch[1]\nmatch.a\ntype(x)\nprint(match, case)",
            "type X[T: (int, str) = int, *Ts, **P] = list[T]", "def f[T](x: T) -> T: ...", "class A[T](B, metaclass=C): x: int",
            "try: pass\nexcept* (A, B) as e: pass\nelse: pass\nfinally: pass", "try: pass\nexcept A, B: pass",
            "x = [*a, *b], {**c, 'd': e}, {*f}, (*g,)", "print >>f, 'x'", "a[1:2, ::3, *b, ...]", "lambda a, *b, c=1, **d: (yield)",
            "if (n := len(a)) > 10: pass", "x = yield from y", "for x, *y in *a, b: pass", "del (a), b[0], (c, d.e)", "global a, b",
            "from . import (a as b, c,)", "from ...a.b import *", "raise A from B", "assert a, b", "a = b = c, = d", "x: int = yield", "@a.b[c](d)\nclass A: pass",
            "[x async for x in y if a if b]", "not not a", "- + ~a ** -b", "a if b else c if d else e", "a < b <= c is not d not in e", "return",
            "x = 'a' f'{b}' if c else d", "...", "a;b;", "while a:\n  break\nelse:\n  continue", "*a, b = c", "nonlocal x",
            "f(a, *b, c=1, *d, **e, f=2)", "f(x for x in y)", "if a:\n\tb\n\n\n# c\n", "", "\n\n", "# only", "x = (yield)", "print(*a, sep='')"})
    void acceptsTheGrammarOfPython(String text) {
        assertThat(parse(text).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f() = 1", "1 = x", "a + b = c", "None = 1", "x = ", "def f(a=1, b): pass", "f(a=1, b)", "f(**a, *b)", "f(x for x in y, 1)",
            "print 'a'", "exec 'a'", "raise A, 'b'", "a b", "x ===  y", "else: pass", "import", "from a import", "from a import b,", "a <> b", "x = 5 +",
            "(x for x in y", "def (): pass", "class: pass", "try: pass\nexcept as e: pass", "x = 1 \\\n", "for x y: pass", "x++", "f(a b)", "[1 2]", "{1: 2 3: 4}", "lambda: (yield) = 1", "a, b += 1",
            "del f()", "(a, b): int", "b'ä'", "'a' b'b'", "'\\x4'", "'C:\\Users'", "f'{a b}'", "f'{}'", "f'{a!x}'", "f'}'", "f(a.b=1)", "x = yield = 1",
            "def f(*): pass", "def f(**a, b): pass", "with a as 1: pass", "[x for f() in y]", "@a\nx = 1", "try: pass\nx = 1", "x = )"})
    void refusesWhatPythonRefuses(String text) {
        assertThat(parse(text).isValid()).isFalse();
    }

    @Test
    void keepsTheLinesRoundABrokenOne() {
        List<Stmt> body = body("a = 1\nb = = 2\nc = 3\n");
        assertThat(body).extracting(s -> s.getClass().getSimpleName()).containsExactly("Assign", "Broken", "Assign");
        assertThat(body.get(1)).isEqualTo(new Stmt.Broken(6, 13, "invalid syntax", 10));
    }

    @Test
    void keepsTheStatementsBeforeABrokenOneOnItsLine() {
        assertThat(body("a = 1; b c; d\n")).extracting(s -> s.getClass().getSimpleName()).containsExactly("Assign", "Broken");
    }

    @Test
    void keepsTheBlockOfABrokenHeader() {
        Parsed parsed = parse("""
                if x = 3:
                    y = 1
                elif z:
                    w = 2
                else:
                    v = 3
                """);
        assertThat(parsed.module().body()).singleElement().isInstanceOf(Stmt.If.class);
        assertThat(parsed.faults()).containsExactly(new SyntaxFault(Kind.NOT_A_STATEMENT, 5, 6, -1));
        assertThat(Scopes.of(parsed).module().bindings().keySet()).contains("y", "w", "v");
    }

    @Test
    void keepsNameAndBodyOfAFunctionWithBrokenParameters() {
        Stmt.FunctionDef f = (Stmt.FunctionDef) body("def f(a b):\n    c = 1\n    return c\n").getFirst();
        assertThat(f.name().id()).isEqualTo("f");
        assertThat(f.body()).extracting(s -> s.getClass().getSimpleName()).containsExactly("Broken", "Assign", "Return");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"if a|4", "def f(x)|8", "class A|7", "else|-1", "while True|10", "for x in y|10", "try|3", "with a as b|11",
            "def f() -> int|14", "class A(B)|10", "async def f()|13", "elif b|-1"})
    void reportsAMissingColonWhereItBelongs(String header, int at) {
        Parsed parsed = parse(header + "  # why\n    pass\nx = 1\n");
        if (at >= 0) {
            assertThat(parsed.faults()).filteredOn(f -> f.kind() == Kind.MISSING_COLON).containsExactly(new SyntaxFault(Kind.MISSING_COLON, at, at, -1));
        }
        assertThat(Tree.of(parsed).all(Stmt.Pass.class)).hasSize(1);
    }

    @Test
    void reportsAMissingColonBeforeAnElseToo() {
        assertThat(parse("if a:\n    b\nelse\n    c\n").faults()).containsExactly(new SyntaxFault(Kind.MISSING_COLON, 16, 16, -1));
        assertThat(parse("match x\n    case 1:\n        a\n    case 2\n        b\n").faults()).extracting(SyntaxFault::start).containsExactly(7, 40);
    }

    @Test
    void reportsAMissingColonBeforeAStatementOnTheSameLine() {
        assertThat(parse("if a return b\n").faults()).containsExactly(new SyntaxFault(Kind.MISSING_COLON, 4, 4, -1));
    }

    @Test
    void reportsAHeaderWithoutABlock() {
        String text = "def f():\nx = 1\n";
        assertThat(parse(text).faults()).containsExactly(new SyntaxFault(Kind.MISSING_BLOCK, 9, 10, 0));
    }

    @Test
    void reportsABlockWithoutAHeaderAndKeepsItsStatements() {
        Parsed parsed = parse("a = 1\n    b = 2\nc = 3\n");
        assertThat(parsed.faults()).containsExactly(new SyntaxFault(Kind.UNEXPECTED_INDENT, 6, 10, -1));
        assertThat(parsed.module().body()).hasSize(3);
    }

    @Test
    void reportsOnlyTheCauseWhenTheTokenizerKnowsIt() {
        assertThat(parse("x = 'abc\ny = 1\n").faults()).extracting(SyntaxFault::kind).containsExactly(Kind.UNTERMINATED_STRING);
        assertThat(parse("x = foo(1\ny = 1\n").faults()).extracting(SyntaxFault::kind).containsExactly(Kind.UNCLOSED_BRACKET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"print 'a'|Missing parentheses in call to 'print'|6", "f() = 1|cannot assign to function call|0",
            "f(a=1, b)|positional argument follows keyword argument|7", "f(a b)|invalid syntax. Perhaps you forgot a comma?|4",
            "if x = 1: pass|invalid syntax. Maybe you meant '==' or ':=' instead of '='?|5"})
    void saysWhyALineIsBroken(String line, String why, int at) {
        assertThat(broken(line)).extracting(Stmt.Broken::message, Stmt.Broken::at).containsExactly(why, at);
    }

    @Test
    void givesExactPlacesInsideFormatStrings() {
        String text = "x = 'a' f\"b{c + f'{d!r:>{e}}'}\" \"f\"\n";
        for (Expr.Name name : Tree.of(parse(text)).all(Expr.Name.class)) {
            assertThat(text.substring(name.start(), name.end())).isEqualTo(name.id());
        }
        assertThat(Tree.of(parse(text)).all(Expr.Name.class)).extracting(Expr.Name::id).containsExactly("x", "c", "d", "e");
    }

    @Test
    void decodesLiteralsAndJoinsNeighbours() {
        Expr value = ((Stmt.ExprStmt) body("'a\\n\\x41' r'\\n' \"\"\"\\\n\\N{BULLET}\\u00e9\\101\"\"\"\n").getFirst()).value();
        assertThat(value).extracting("value").isEqualTo("a\nA\\n\u2022\u00e9A");
    }

    @Test
    void readsAnAlternativeOfAPatternAsAnOperator() {
        Stmt.Match match = (Stmt.Match) body("match x:\n    case 1 | 2 as y: pass\n").getFirst();
        assertThat(match.cases().getFirst().pattern()).isInstanceOfSatisfying(Expr.NamedExpr.class, n -> {
            assertThat(n.target().id()).isEqualTo("y");
            assertThat(n.value()).isInstanceOf(Expr.BinOp.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "-", "not ", "lambda: ", "a if b else ", "a ** ", "f(", "a[", "{1: ", "f'{", "x = ", "a.", "a + ", "if a:\n", "*", "@", "await "})
    void neverOverflowsTheStack(String piece) {
        assertThat(parse(piece.repeat(20_000)).module()).isNotNull();
    }

    @Test
    void handlesDeepBlocksAndLongLadders() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            deep.append(" ".repeat(i)).append("if a:\n");
        }
        assertThat(parse(deep + " ".repeat(500) + "b = 1\nc = 2\n").module().body().getLast()).isInstanceOf(Stmt.Assign.class);
        Parsed ladder = parse("if a: pass\n" + "elif b: pass\n".repeat(3000) + "else: c = 1\n");
        assertThat(ladder.isValid()).isTrue();
        assertThat(Scopes.of(ladder).isBoundAnywhere("c")).isTrue();
    }

    @Test
    void neverThrowsForRandomPiecesOfCode() {
        String[] pieces = {"def ", "f", "(", ")", ":", "\n", "    ", "\t", "x", "=", "==", "'", "\"\"\"", "f'", "{", "}", "[", "]", ",", ".", "if ", "else", "for ",
            "in ", "class ", "1", "0x", "\\", "#", "@", "lambda ", "import ", "from ", "as ", "async ", "await ", "match ", "case ", "*", "**", "->", ":=", "try", "except ",
            "return ", "\r\n", "\u00a0", "\u201c", "\ud800", "é", "!", "`", "~", "not ", "yield ", "with ", ";", "\f", "\0"};
        Random random = new Random(20);
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Parsed parsed = parse(text.toString());
            Scopes.of(parsed).unresolvedNames();
            assertThat(Tree.of(parsed).walk()).allMatch(n -> n.start() >= 0 && n.start() <= n.end() && n.end() <= text.length());
        }
    }
}
