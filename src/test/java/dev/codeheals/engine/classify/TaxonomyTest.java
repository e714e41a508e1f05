package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {
    private final Taxonomy taxonomy = Taxonomy.builtIn();

    @Test
    void everyExampleGetsItsCode() {
        List<String> wrong = new ArrayList<>();
        for (Category category : taxonomy.categories()) {
            for (String example : category.examples()) {
                String got = code(example);
                if (!got.equals(category.code())) {
                    wrong.add(example + " -> " + got + ", not " + category.code());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noCounterExampleGetsTheCode() {
        for (Category category : taxonomy.categories()) {
            assertThat(category.counterExamples()).as(category.code()).noneMatch(example -> code(example).equals(category.code()));
        }
    }

    @Test
    void everyPatternIsSound() {
        taxonomy.categories().forEach(category -> category.detectors().forEach(Detector::check));
        assertThat(taxonomy.categories()).hasSizeGreaterThan(350);
    }

    @Test
    void theFamiliesOfThePredecessorKeepTheirCodes() {
        Set<String> families = taxonomy.categories().stream().map(Category::family).collect(Collectors.toSet());
        assertThat(families)
                .contains("SYN", "RES", "TYP", "IO", "OOP", "ASY", "STA", "SER", "NET", "DB", "BLD", "CFG", "PRF", "LOC").hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void everyBuiltinExceptionHasACodeOfItsOwnKind() {
        for (String type : List.of("ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError",
                "BufferError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "EOFError",
                "EnvironmentError", "Exception", "ExceptionGroup", "FileExistsError", "FileNotFoundError", "FloatingPointError", "GeneratorExit", "IOError",
                "ImportError", "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError",
                "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError", "NotImplementedError", "OSError", "OverflowError", "PermissionError",
                "ProcessLookupError", "PythonFinalizationError", "RecursionError", "ReferenceError", "RuntimeError", "StopAsyncIteration", "StopIteration",
                "SyntaxError", "SystemError", "SystemExit", "TabError", "TimeoutError", "TypeError", "UnboundLocalError", "UnicodeDecodeError",
                "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "ValueError", "WindowsError", "ZeroDivisionError", "DeprecationWarning",
                "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning",
                "UnicodeWarning", "UserWarning", "BytesWarning", "Warning")) {
            assertThat(code(type + ": something no pattern knows")).as(type).doesNotStartWith("UNK.").doesNotStartWith("GEN.");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "shop.errors.OutOfStock, UNK.NAMED", "shop.ConfigError, CFG.SETTINGS", "lib.ItemNotFoundError, GEN.NOT_FOUND", "app.PaymentTimeout, PRF.TIMEOUT",
            "orm.MyIntegrityError, DB.DATABASE", "app.BadInputValueError, GEN.INVALID", "app.FeedParseError, SER.FORMAT"})
    void anUnknownExceptionGetsAGeneralCodeByItsName(String type, String code) {
        assertThat(code(type + ": x")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"shop.errors.OutOfStock", "lib.ItemNotFoundError", "shop.ConfigError"})
    void aGuessByNameSaysThatItIsOne(String type) {
        assertThat(taxonomy.match(type, "x").orElseThrow().confidence()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void aDottedTypeGoesBeforeItsLastName() {
        assertThat(code("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)")).startsWith("SER.");
        assertThat(code("requests.exceptions.ConnectionError: refused")).startsWith("NET.");
    }

    @Test
    void theFirstOfTwoCategoriesWithOneCodeCounts() {
        Category own = new Category("KEY.KEY_ERROR", "Mine", Severity.RECOVERABLE, 0.1, 0.9, "Do this now.", "It means that something is missing.",
                List.of(new Detector(List.of("KeyError"), null, null, null, false, null)), List.of("KeyError: 'x'"), List.of(), "mine.json");
        List<Category> all = new ArrayList<>(List.of(own));
        all.addAll(taxonomy.categories());
        assertThat(new Taxonomy(all).match("KeyError", "'x'").orElseThrow().category().title()).isEqualTo("Mine");
    }

    private String code(String text) {
        int colon = text.indexOf(": ");
        String type = colon < 0 ? text : text.substring(0, colon);
        return taxonomy.match(type, colon < 0 ? "" : text.substring(colon + 2)).map(match -> match.category().code()).orElse("none");
    }
}
