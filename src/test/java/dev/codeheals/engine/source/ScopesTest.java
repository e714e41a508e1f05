package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.source.Scope.How;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    private static Scopes scopes(String text) {
        return Scopes.of(PythonParser.parse("a.py", text));
    }

    private static List<String> unresolved(String text) {
        return scopes(text).unresolvedNames().stream().map(Scopes.Use::name).toList();
    }

    /// The kind of scope that the name under the caret line's mark resolves to.
    private static String resolved(String text, String name, String mark) {
        return scopes(text).resolve(name, text.indexOf(mark)).map(s -> s.kind() + " " + s.name()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"n = 1|ASSIGN", "n: int = 1|ASSIGN", "n: int|ANNOTATION", "n += 1|AUGMENTED", "for a, *n in x: pass|FOR",
            "with a as (n, b): pass|WITH", "import n.x|IMPORT", "import x as n|IMPORT", "from x import n|FROM_IMPORT", "def n(): pass|DEF",
            "class n: pass|CLASS", "try: pass\\nexcept A as n: pass|EXCEPT", "print(n := 1)|WALRUS", "del n|DEL", "type n = int|TYPE",
            "match x:\\n  case [n, *_]: pass|MATCH", "match x:\\n  case {'a': 1, **n}: pass|MATCH", "match x:\\n  case A() as n: pass|MATCH", "n = = 1|BROKEN"})
    void recordsHowANameIsBound(String statement, How how) {
        assertThat(scopes(statement.replace("\\n", "\n") + "\n").module().bindings("n")).extracting(Scope.Binding::how).containsExactly(how);
    }

    @Test
    void bindsParametersAndLocalsInTheFunction() {
        Scope function = scopes("def f(a, /, b, *c, d, **e):\n    g = 1\n").at(35);
        assertThat(function.bindings()).containsOnlyKeys("a", "b", "c", "d", "e", "g");
        assertThat(function.bindings("b").getFirst().how()).isEqualTo(How.PARAMETER);
    }

    @Test
    void hidesClassNamesFromMethods() {
        String text = """
                x = 0
                class A:
                    x = 1
                    y = x
                    def f(self):
                        return x, y
                """;
        assertThat(resolved(text, "x", "return")).isEqualTo("MODULE <module>");
        assertThat(resolved(text, "x", "y = x")).isEqualTo("CLASS A");
        assertThat(unresolved(text)).containsExactly("y");
    }

    @Test
    void letsOnlyTheFirstIterableOfAComprehensionSeeTheClass() {
        assertThat(unresolved("class A:\n    n = 3\n    a = [i for i in range(n)]\n    b = [n for i in range(3)]\n")).containsExactly("n");
    }

    @Test
    void keepsComprehensionNamesInside() {
        assertThat(unresolved("a = [i for i in range(3)]\nprint(i)\n")).containsExactly("i");
    }

    @Test
    void bindsAWalrusOutsideItsComprehension() {
        assertThat(unresolved("a = [m := i for i in range(3)]\nprint(m)\n")).isEmpty();
    }

    @Test
    void followsGlobalAndNonlocal() {
        String text = """
                def outer():
                    a = 1
                    def inner():
                        nonlocal a
                        global b
                        a = b = 2
                    return a
                print(b)
                """;
        assertThat(unresolved(text)).isEmpty();
        assertThat(resolved(text, "a", "a = b")).isEqualTo("FUNCTION outer");
        assertThat(resolved(text, "b", "a = b")).isEqualTo("MODULE <module>");
    }

    @Test
    void evaluatesDefaultsDecoratorsAndBasesOutside() {
        assertThat(unresolved("def f(a, b=a): pass\n@g\ndef g(): pass\nclass B(C): pass\nx = lambda y, z=y: y\n")).containsExactly("a", "C", "y");
    }

    @Test
    void knowsTypeParameters() {
        assertThat(unresolved("def f[T](x: T) -> T: return x\nclass A[U](list[U]):\n    def g(self) -> U: ...\ntype L[V] = list[V]\n")).isEmpty();
    }

    @Test
    void reportsNamesBoundOnlyInOtherFunctions() {
        assertThat(unresolved("def f():\n    total = 1\ndef g():\n    return total + len(__name__)\n")).containsExactly("total");
        assertThat(scopes("def f():\n    total = 1\n").isBoundAnywhere("total")).isTrue();
    }

    @Test
    void flagsStarImports() {
        Scopes scopes = scopes("from os.path import *\nfrom ..a import *\n");
        assertThat(scopes.hasStarImport()).isTrue();
        assertThat(scopes.module().starImports()).containsExactly("os.path", "..a");
    }

    @Test
    void listsWhatCodeAtAPlaceCanSee() {
        String text = """
                import os
                class A:
                    hidden = 1
                    def f(self, a):
                        b = 2
                        pass
                def other():
                    c = 3
                """;
        assertThat(scopes(text).visibleNames(text.indexOf("pass"))).containsExactly("self", "a", "b", "os", "A", "other");
        assertThat(scopes(text).visibleNames(text.indexOf("hidden"))).containsExactly("hidden", "f", "os", "A", "other");
    }

    @Test
    void findsTheFunctionAroundAPlace() {
        String text = "def f():\n    return [x for x in y]\n";
        assertThat(scopes(text).functionAt(text.indexOf("x for")).map(Scope::name)).contains("f");
        assertThat(scopes(text).at(text.indexOf("x for")).name()).isEqualTo("<listcomp>");
        assertThat(scopes(text).functionAt(0)).isEmpty();
    }

    @Test
    void keepsTheNamesOfBrokenLinesKnown() {
        assertThat(unresolved("import os, sys,\nx = foo(1 2)\nfor i on range(3):\n    print(i, x, sys, os)\n")).isEmpty();
    }

    @Test
    void seesNamesUsedInFormatStrings() {
        assertThat(unresolved("print(f'{a!r:>{b}} {{c}}')\n")).containsExactly("a", "b");
    }
}
