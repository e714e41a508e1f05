package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.repair.FileChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakeningTest {
    private static final String SCRIPT = """
            import json
            def load(text):
                return json.loads(text)["name"]
            print(load('{}'))
            """;
    private static final String TEST = """
            import unittest
            from calc import add
            class AddTest(unittest.TestCase):
                def test_add(self):
                    self.assertEqual(add(1, 2), 3)
            """;

    private static Optional<String> objection(String file, String before, String after, String exceptionType, int line) {
        Diagnosis target = new Diagnosis("VAL.KEY_ERROR", "VAL.KEY_ERROR:name", Severity.RECOVERABLE, 0.3, "", 1, exceptionType, "", "name", file, line,
                null, "load", "python");
        return Weakening.of(List.of(new FileChange(file, before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8))), target);
    }

    private static Optional<String> script(String after) {
        return objection("main.py", SCRIPT, after, "KeyError", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import json\ndef load(text):\n    try:\n        return json.loads(text)['name']\n    except Exception:\n        pass\nprint(load('{}'))\n",
        "import json\ndef load(text):\n    try:\n        return json.loads(text)['name']\n    except:\n        return ''\nprint(load('{}'))\n",
        "import json\ndef load(text):\n    try:\n        return json.loads(text)['name']\n    except KeyError as e:\n        print(e)\nprint(load('{}'))\n",
        "import json\nfrom contextlib import suppress\ndef load(text):\n    with suppress(KeyError):\n        return json.loads(text)['name']\nprint(load('{}'))\n",
        "import json\ndef load(text):\n    try:\n        return json.loads(text)['name']\n    finally:\n        return None\nprint(load('{}'))\n",
    })
    void anExceptionThatIsOnlySilencedIsNoRepair(String after) {
        assertThat(script(after)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import sys\nsys.exit(0)\n", "import os\nos._exit(0)\n", "raise SystemExit\n", "exit()\n", "import atexit\natexit.register(print)\n",
        "import sys\nsys.excepthook = print\n", "import sys\nsys.modules['json'] = sys\n"})
    void endingEarlyAndTamperingAreSeen(String added) {
        assertThat(script(added + SCRIPT)).isPresent();
    }

    @Test
    void anImportReplacedByAStubIsSeen() {
        assertThat(script(SCRIPT.replace("import json", "class json:\n    loads = dict"))).hasValueSatisfying(why -> assertThat(why).contains("stub"));
        assertThat(script(SCRIPT.replace("import json", "try:\n    import json\nexcept ImportError:\n    json = None"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import json\ndef load(text):\n    return json.loads(text).get('name', '')\nprint(load('{}'))\n",
        "import json\ndef load(text):\n    try:\n        return json.loads(text)['name']\n    except KeyError as missing:\n        raise ValueError(text) from missing\nprint(load('{}'))\n",
        "try:\n    import ujson as json\nexcept ImportError:\n    import json\ndef load(text):\n    return json.loads(text)['name']\nprint(load('{}'))\n",
        "import json, sys\ndef load(text):\n    if 'name' not in text:\n        sys.exit('no name')\n    return json.loads(text)['name']\nprint(load('{}'))\n",
    })
    void honestRepairsPass(String after) {
        assertThat(script(after)).isEmpty();
    }

    @Test
    void aMisspeltExitMayBeMended() {
        assertThat(objection("main.py", "import sys\nsys.exti()\n", "import sys\nsys.exit()\n", "AttributeError", 2)).isEmpty();
    }

    @Test
    void theCheckThatFailedMayNotJustGo() {
        String before = "def f(x):\n    if x < 0:\n        raise ValueError(x)\n    return x\n";
        assertThat(objection("main.py", before, "def f(x):\n    if x < 0:\n        pass\n    return x\n", "ValueError", 3)).isPresent();
        assertThat(objection("main.py", before, before.replace("x < 0", "x > 0"), "ValueError", 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"self.assertEqual(add(1, 2), 4)", "self.assertTrue(add(1, 2))", "pass", "self.skipTest('x')",
        "return\n        self.assertEqual(add(1, 2), 3)"})
    void aTestMayNotAskForLess(String assertion) {
        String after = TEST.replace("self.assertEqual(add(1, 2), 3)", assertion);
        assertThat(objection("test_calc.py", TEST, after, "AssertionError", 5)).isPresent();
    }

    @Test
    void aNameInATestMayBeMendedWhenTheTestItselfBroke() {
        assertThat(objection("test_calc.py", TEST.replace("(add(", "(ad("), TEST, "NameError", 5)).isEmpty();
        assertThat(objection("test_calc.py", TEST.replace("(add(", "(ad("), TEST.replace(", 3)", ", 4)"), "NameError", 5)).isPresent();
    }
}
