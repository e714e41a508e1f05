package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final String TEXT = """
            @wrap(1)
            def f(a, b=2):
                if a: return b
                x = g(
                    a,
                    b + 1)
                try:
                    y = 1; z = 2
                except ValueError:
                    pass
                return x
            """;
    private static final Tree TREE = Tree.of(PythonParser.parse("a.py", TEXT));

    private static String kinds(List<? extends Node> nodes) {
        return String.join(" ", nodes.stream().map(n -> n.getClass().getSimpleName()).toList());
    }

    @Test
    void leadsFromTheRootToTheInnermostNode() {
        assertThat(kinds(TREE.pathTo(TEXT.indexOf("b + 1")))).isEqualTo("Module FunctionDef Assign Call BinOp Name");
        assertThat(kinds(TREE.pathTo(TEXT.indexOf("wrap")))).isEqualTo("Module FunctionDef Call Name");
        assertThat(kinds(TREE.pathTo(TEXT.indexOf("2):")))).isEqualTo("Module FunctionDef Arguments Parameter Constant");
    }

    @Test
    void findsWhatEncloses() {
        assertThat(TREE.enclosing(Expr.Call.class, TEXT.indexOf("+ 1")).map(TREE::text)).contains(TEXT.substring(TEXT.indexOf("g("), TEXT.indexOf("try") - 5));
        assertThat(TREE.enclosing(Stmt.ClassDef.class, 20)).isEmpty();
    }

    @Test
    void findsTheStatementALineMeans() {
        assertThat(TREE.statementAtLine(5)).get().isInstanceOf(Stmt.Assign.class);
        assertThat(TREE.statementAtLine(3)).get().isInstanceOf(Stmt.If.class);
        assertThat(TREE.statementAtLine(1)).get().isInstanceOf(Stmt.FunctionDef.class);
        assertThat(TREE.statementAtLine(9)).get().isInstanceOf(Stmt.Try.class);
        assertThat(TREE.statementAtLine(99)).isEmpty();
    }

    @Test
    void listsAllStatementsOfALine() {
        assertThat(kinds(TREE.statementsAtLine(3))).isEqualTo("If Return");
        assertThat(kinds(TREE.statementsAtLine(8))).isEqualTo("Assign Assign");
    }

    @Test
    void listsTheExpressionsOnALine() {
        assertThat(TREE.expressionsOnLine(6).stream().map(TREE::text)).contains("b + 1", "b", "1").doesNotContain("a");
    }

    @Test
    void walksEveryNodeOnceInOrder() {
        List<Node> all = TREE.walk().toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(TREE.all(Stmt.Return.class)).hasSize(2);
    }

    @Test
    void findsParents() {
        Expr.BinOp sum = TREE.all(Expr.BinOp.class).getFirst();
        assertThat(TREE.parentOf(sum)).get().isInstanceOf(Expr.Call.class);
        assertThat(TREE.parentOf(TREE.parsed().module())).isEmpty();
    }

    @Test
    void knowsBlocksAndTheirIndentation() {
        Blocks blocks = Blocks.of(TREE.parsed());
        Stmt.FunctionDef f = TREE.all(Stmt.FunctionDef.class).getFirst();
        assertThat(blocks.bodyIndent(f)).isEqualTo("    ");
        assertThat(blocks.bodyIndent(TREE.all(Stmt.If.class).getFirst())).isEqualTo("        ");
        assertThat(blocks.around(TREE.all(Stmt.Try.class).getFirst())).isSameAs(f.body());
        assertThat(Blocks.in(TREE.all(Stmt.Try.class).getFirst())).hasSize(2);
    }

    @Test
    void takesTheIndentationUnitFromTheFile() {
        assertThat(Blocks.of(PythonParser.parse("a.py", "if a:\n\tb\n")).indentUnit()).isEqualTo("\t");
        assertThat(Blocks.of(PythonParser.parse("a.py", "if a:\n  b\n")).indentUnit()).isEqualTo("  ");
        assertThat(Blocks.of(PythonParser.parse("a.py", "b\n")).indentUnit()).isEqualTo("    ");
    }

    @Test
    void findsDocstringsAndWhatFollowsThem() {
        List<Stmt> body = PythonParser.parse("a.py", "'''Doc.'''\nx = 1\n").module().body();
        assertThat(Blocks.docstring(body).map(Expr.Constant::value)).contains("Doc.");
        assertThat(Blocks.firstStatement(body)).get().isInstanceOf(Stmt.Assign.class);
        assertThat(Blocks.docstring(List.of())).isEmpty();
    }
}
