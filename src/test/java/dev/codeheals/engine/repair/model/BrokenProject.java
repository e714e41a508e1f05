package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.TriedPatch;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A project on disk that fails with a misspelt attribute, and the request to repair it.
public final class BrokenProject {
    public static final String CART = """
            from shop.tax import rate

            API_KEY = "sk_live_%s"


            class Cart:
                def __init__(self):
                    self.items = []

                def total(self):
                    result = 0
                    for item in self.items:
                        result += item.prise * rate(item)
                    return result
            """.formatted("4eC39HqLyjWDarjtT1zdp7dc");
    private static final String TAX = """
            RATE = 1.19


            def rate(item):
                \"""The factor for an item.\"""
                return RATE
            """;
    private static final String TEST = """
            from shop.cart import Cart


            class Item:
                price = 2


            def test_total():
                cart = Cart()
                cart.items.append(Item())
                assert cart.total() == 2.38
            """;
    private final Path root;

    private BrokenProject(Path root) {
        this.root = root;
    }

    public static BrokenProject in(Path folder) throws IOException {
        BrokenProject project = new BrokenProject(folder);
        project.write("shop/__init__.py", "").write("shop/cart.py", CART).write("shop/tax.py", TAX).write("tests/test_cart.py", TEST);
        return project;
    }

    public BrokenProject write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    public RepairRequest request() throws IOException {
        return request("", HealContexts.NONE, List.of());
    }

    public RepairRequest request(String output, HealContexts contexts, List<TriedPatch> tried) throws IOException {
        StackFrame test = new StackFrame(root + "/tests/test_cart.py", 11, "test_total", "assert cart.total() == 2.38");
        StackFrame cart = new StackFrame(root + "/shop/cart.py", 13, "total", "result += item.prise * rate(item)");
        Traceback traceback = new Traceback(Traceback.Relation.ROOT, List.of(test, cart), "AttributeError", "'Item' object has no attribute 'prise'", List.of());
        Failure failure = new Failure(Failure.Kind.PYTEST, List.of(traceback), "tests/test_cart.py::test_total", 0, """
                Traceback (most recent call last):
                  File "%1$s/tests/test_cart.py", line 11, in test_total
                    assert cart.total() == 2.38
                  File "%1$s/shop/cart.py", line 13, in total
                    result += item.prise * rate(item)
                AttributeError: 'Item' object has no attribute 'prise'
                """.formatted(root) + output);
        Diagnosis diagnosis = new Diagnosis("ATT.NO_ATTRIBUTE", "ATT.NO_ATTRIBUTE:prise", Severity.RECOVERABLE, 0.3, "Use an attribute that exists.", 0.95,
                "AttributeError", "'Item' object has no attribute 'prise'", "prise", "shop/cart.py", 13, null, "total", "python");
        return new RepairRequest(SealedDiagnosis.seal(diagnosis), failure, List.of(), ProjectSnapshot.of(root), List.of(), RuntimeFacts.NONE,
                new Interpreter(Path.of("python3"), 3, 12, "3.12.1", Set.of(), Set.of(), true), Command.of("pytest", "-q"), contexts, tried, new Cancellation());
    }
}
