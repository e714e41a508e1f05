package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.detect.StackFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPathsTest {
    private static final ProjectPaths SHOP = new ProjectPaths(List.of("/home/user/shop"));

    @ParameterizedTest
    @ValueSource(strings = {"/home/user/shop/.venv/lib/python3.12/site-packages/x.py", "/usr/lib/python3/dist-packages/x.py", "/usr/lib/python3.11/json/decoder.py",
            "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\Lib\\json\\decoder.py", "/opt/homebrew/Cellar/python@3.11/3.11.4/lib/python3.11/shutil.py",
            "/opt/pypy3.9/lib/pypy3.9/json/decoder.py", "/home/me/.pex/installed_wheels/abc/requests-2.31.0.whl/requests/api.py", "/opt/foo-1.0-py2.7.egg/foo.py",
            "D:\\study\\PYTHON\\lib\\multiprocessing\\pool.py", "C:/Program Files/Python310/lib/encodings/cp1252.py", "/var/runtime/botocore/client.py",
            "C:\\ProgramData\\miniconda3\\envs\\web\\lib\\threading.py", "E:\\tools\\anaconda3\\lib\\runpy.py", "pandas/_libs/parsers.pyx",
            "C:\\Program Files\\WindowsApps\\PythonSoftwareFoundation.Python.3.11_3.11.1264.0_x64__qbz5n2kfra8p0\\Lib\\asyncio\\runners.py",
            "<frozen importlib._bootstrap>", "<string>", "/opt/spark/python/lib/pyspark.zip/pyspark/worker.py", "/usr/local/spark/python/pyspark/rdd.py", "/home/user/shop/.tox/py311/lib/x/y.py"})
    void aLibrarysFrameIsNotTheProjects(String file) {
        assertThat(ProjectPaths.UNKNOWN.owns(frame(file))).isFalse();
        assertThat(SHOP.owns(frame(file))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/user/shop/cart.py", "cart.py", "./cart.py", "tests/test_cart.py"})
    void aFileBelowTheFolderIsTheProjects(String file) {
        assertThat(SHOP.owns(frame(file))).isTrue();
    }

    @Test
    void aFileElsewhereIsNotTheProjectsWhereTheFolderIsKnown() {
        assertThat(SHOP.owns(frame("/home/user/shop2/cart.py"))).isFalse();
        assertThat(ProjectPaths.UNKNOWN.owns(frame("/home/user/shop2/cart.py"))).isTrue();
    }

    @Test
    void theInnermostOwnFrameCountsElseTheInnermost() {
        List<StackFrame> frames = List.of(frame("/home/user/shop/a.py"), frame("/home/user/shop/b.py"), frame("/usr/lib/python3.11/json/decoder.py"));
        assertThat(SHOP.innermostIndex(frames)).isEqualTo(1);
        assertThat(SHOP.innermostIndex(frames.subList(2, 3))).isZero();
        assertThat(SHOP.innermostIndex(List.of())).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\work\\python\\shop\\lib\\cart.py", "D:\\lib\\cart.py", "C:\\Users\\me\\python-shop\\lib\\cart.py"})
    void aFolderOfTheProjectMayAlsoBeCalledLib(String file) {
        assertThat(ProjectPaths.UNKNOWN.owns(frame(file))).isTrue();
    }

    @Test
    void aFunctionThatCarriesItsModuleWasCompiledElsewhere() {
        assertThat(SHOP.owns(new StackFrame("pydantic/main.py", 341, "pydantic.main.BaseModel.__init__", null))).isFalse();
        assertThat(SHOP.owns(new StackFrame("shop/main.py", 341, "Cart.main", null))).isTrue();
    }

    @Test
    void aFileIsShownAlikeOnEveryMachine() {
        assertThat(SHOP.shown("/home/user/shop/app/cart.py")).isEqualTo("app/cart.py");
        assertThat(SHOP.shown("/usr/lib/python3.11/json/decoder.py")).isEqualTo(SHOP.shown("/opt/python/lib/python3.11/json/decoder.py"));
        assertThat(ProjectPaths.UNKNOWN.shown("C:\\Users\\me\\shop\\cart.py")).isEqualTo(ProjectPaths.UNKNOWN.shown("/home/you/shop/cart.py"));
    }

    private static StackFrame frame(String file) {
        return new StackFrame(file, 1, "f", null);
    }
}
