package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.localize.FrameFacts;
import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One exception seen from one project frame, with everything a rule may ask about it lazily at hand.
public final class Fault {
    private final Scene scene;
    private final Failure failure;
    private final Traceback exception;
    private final StackFrame frame;
    private final SourceFile source;
    private final boolean raisedHere;
    private final double suspicion;

    Fault(Scene scene, Failure failure, Traceback exception, StackFrame frame, SourceFile source, boolean raisedHere, double suspicion) {
        this.scene = scene;
        this.failure = failure;
        this.exception = exception;
        this.frame = frame;
        this.source = source;
        this.raisedHere = raisedHere;
        this.suspicion = suspicion;
    }

    /// What all faults of the request share.
    public Scene scene() {
        return scene;
    }

    public RepairRequest request() {
        return scene.request();
    }

    public ProjectSnapshot project() {
        return scene.request().project();
    }

    public Interpreter python() {
        return scene.request().python();
    }

    public Failure failure() {
        return failure;
    }

    public Traceback exception() {
        return exception;
    }

    /// The exception's name without its module: "JSONDecodeError".
    public String exceptionType() {
        String type = exception.exceptionType();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /// The whole message, lines joined with {@code \n}.
    public String message() {
        return exception.message();
    }

    /// The message matched from its start, if the exception has that type.
    public Optional<Matcher> says(String type, Pattern pattern) {
        return exceptionType().equals(type) ? says(pattern) : Optional.empty();
    }

    /// The message matched from its start.
    public Optional<Matcher> says(Pattern pattern) {
        Matcher matcher = pattern.matcher(message());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /// How likely the mistake stands here, 0 to 1: less for outer frames and for tests.
    public double suspicion() {
        return suspicion;
    }

    /// Whether this frame is the innermost of the whole traceback, so that the failing operation itself stands here.
    public boolean raisedHere() {
        return raisedHere;
    }

    /// Relative to the project root.
    public String file() {
        return source.path();
    }

    public SourceFile source() {
        return source;
    }

    /// 1-based.
    public int line() {
        return frame.line();
    }

    /// The source line as the report printed it; null if it printed none.
    @Nullable String printedLine() {
        return frame.source();
    }

    /// 1-based column of the marked expression; null where the report marks none.
    public @Nullable Integer column() {
        return frame.column();
    }

    /// The code name of the frame: {@code <module>} at top level.
    public String codeName() {
        return frame.function();
    }

    /// Whether this file holds tests, which a heal must not weaken.
    public boolean inTests() {
        return ProjectFiles.isTest(file());
    }

    /// The file of the frame, parsed.
    public Parsed parsed() {
        return module().parsed();
    }

    /// The module in the file of the frame.
    public ModuleInfo module() {
        return scene.modules().byPath(file()).orElseThrow();
    }

    /// The project's modules.
    public ModuleIndex modules() {
        return scene.modules();
    }

    public Tree tree() {
        return Tree.of(parsed());
    }

    /// The symbol tables of this file.
    public Scopes scopes() {
        return module().scopes();
    }

    /// What surrounds the failing line, outermost first: the module, then each statement that holds the line, the innermost last.
    public List<Node> surroundings() {
        return Spot.surroundings(this);
    }

    /// The innermost statement on the failing line; a compound one if the line is its header. Empty on a line without code.
    public Optional<Stmt> statement() {
        return surroundings().getLast() instanceof Stmt statement ? Optional.of(statement) : Optional.empty();
    }

    /// The function whose body holds the failing line.
    public Optional<Stmt.FunctionDef> function() {
        return Spot.innermost(this, Stmt.FunctionDef.class);
    }

    /// The class whose body, at any depth, holds the failing line.
    public Optional<Stmt.ClassDef> enclosingClass() {
        return Spot.innermost(this, Stmt.ClassDef.class);
    }

    /// The expressions of that kind in the failing statement, without those of nested blocks; those the report marks come first.
    public <E extends Expr> List<E> expressions(Class<E> kind) {
        return Spot.expressions(this, kind);
    }

    /// Whether the report marks a place and the node begins there.
    public boolean isMarked(Node node) {
        return Spot.mark(this) == node.start();
    }

    /// What was seen at this very frame while it failed.
    public Optional<FrameFacts> facts() {
        return request().facts().at(file(), line());
    }

    /// What was seen of the value of an expression of the failing line.
    public Optional<ValueFacts> valueOf(Expr expression) {
        String text = text(expression);
        return facts().flatMap(f -> Optional.ofNullable(f.evaluated().get(text)).or(() -> Optional.ofNullable(f.locals().get(text))));
    }

    /// The signature of a callable named on the failing line: {@code "(a, b=1, *, c)"}.
    public Optional<String> signatureOf(Expr callee) {
        return facts().map(f -> f.callees().get(text(callee)));
    }

    /// The source text of a node of this file.
    public String text(Node node) {
        return source.text().substring(node.start(), node.end());
    }
}
