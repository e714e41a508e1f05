package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.source.ClassShape.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassShapeTest {
    private static final ClassShape SHAPE = shape("""
            class User(Base, mixins.Named, Generic[T], metaclass=Meta):
                table = 'users'
                kind: str
                if True:
                    extra = 1

                def __init__(self, name, *, age=0):
                    self.name = name
                    self.first, (self.last, *self.rest) = name
                    for self.i in range(3):
                        pass
                    other.x = 1

                @property
                def full(self): return self.name

                @staticmethod
                def make(data): data.y = 1

                @classmethod
                def load(cls, path): cls.cache = {}

                async def save(self): self.saved += 1

                class Meta: pass
            """);

    private static ClassShape shape(String text) {
        return ClassShape.of(Tree.of(PythonParser.parse("a.py", text)).all(Stmt.ClassDef.class).getFirst());
    }

    private static Signature signature(String header) {
        return Signature.of(Tree.of(PythonParser.parse("a.py", header + ": pass\n")).all(Stmt.FunctionDef.class).getFirst());
    }

    @ParameterizedTest
    @CsvSource({"table, CLASS_ATTRIBUTE", "kind, CLASS_ATTRIBUTE", "extra, CLASS_ATTRIBUTE", "__init__, METHOD", "name, INSTANCE_ATTRIBUTE",
            "last, INSTANCE_ATTRIBUTE", "rest, INSTANCE_ATTRIBUTE", "i, INSTANCE_ATTRIBUTE", "full, PROPERTY", "make, STATIC_METHOD", "load, CLASS_METHOD",
            "cache, CLASS_ATTRIBUTE", "save, METHOD", "saved, INSTANCE_ATTRIBUTE", "Meta, NESTED_CLASS"})
    void listsMembersByKind(String name, Kind kind) {
        assertThat(SHAPE.member(name)).get().extracting(ClassShape.Member::kind).isEqualTo(kind);
    }

    @Test
    void leavesOutWhatBelongsToOthers() {
        assertThat(SHAPE.names()).doesNotContain("x", "y");
    }

    @Test
    void namesItsBases() {
        assertThat(SHAPE.bases()).containsExactly("Base", "mixins.Named", "Generic");
    }

    @Test
    void tellsWhatItsConstructorTakes() {
        assertThat(SHAPE.constructor()).get().extracting(s -> s.required().size(), Signature::keywords).containsExactly(1, java.util.List.of("name", "age"));
        assertThat(shape("@dataclass(frozen=True)\nclass P:\n    x: int\n    y: int = 0\n    z: ClassVar[int] = 1\n").constructor())
                .get().extracting(Signature::keywords).isEqualTo(java.util.List.of("x", "y"));
        assertThat(shape("class A: pass").constructor()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"f(1, 2)|true", "f(1)|false", "f(1, 2, 3)|true", "f(1, 2, 3, 4)|false", "f(1, b=2)|true", "f(a=1, b=2)|false", "f(1, 2, b=3)|false",
            "f(1, 2, e=1)|false", "f(*x)|true", "f(1, **x)|true", "f(1, 2, d=3)|true"})
    void judgesCalls(String call, boolean fits) {
        Expr.Call parsed = Tree.of(PythonParser.parse("a.py", call)).all(Expr.Call.class).getFirst();
        assertThat(signature("def f(a, /, b, c=1, *, d=2)").accepts(parsed)).isEqualTo(fits);
    }

    @Test
    void givesEverythingToVariadicParameters() {
        Expr.Call call = Tree.of(PythonParser.parse("a.py", "f(1, 2, x=3)")).all(Expr.Call.class).getFirst();
        assertThat(signature("def f(*args, **kwargs)").accepts(call)).isTrue();
        assertThat(signature("def f(self, a)").bound().positional()).extracting(Node.Parameter::name).containsExactly("a");
    }
}
