package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of all languages are complete, used and filled in alike; every style class in use is defined.
class ResourceTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/codeheals/ui");
    private static final Path STYLES = Path.of("src/main/resources/dev/codeheals/ui/css");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z]+(?:\\.[A-Za-z_0-9]+)+)\"");
    private static final Pattern ASKED = Pattern.compile("(?:\\.|\\b)(text|get|count|of)\\(\"([a-z]+(?:\\.[A-Za-z_0-9]+)*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Set<String> OF_LIBRARIES = Set.of("root", "code-area");
    private static final List<Texts> LANGUAGES = Texts.LANGUAGES.stream().map(Texts::of).toList();

    @Test
    void allLanguagesHaveTheSameKeys() {
        Set<String> english = new TreeSet<>(Texts.of(Locale.ENGLISH).keys());
        assertThat(LANGUAGES).hasSizeGreaterThan(1).allSatisfy(texts -> assertThat(texts.keys()).as("%s", texts.locale()).containsExactlyElementsOf(english));
    }

    @Test
    void everyTextSaysSomethingAndHasTheSameHolesInEveryLanguage() {
        Texts english = Texts.of(Locale.ENGLISH);
        for (Texts texts : LANGUAGES) {
            for (String key : texts.keys()) {
                assertThat(texts.get(key)).as(key).isNotBlank().doesNotContain("'");
                assertThat(holes(texts.get(key))).as("%s in %s", key, texts.locale()).isEqualTo(holes(english.get(key)));
            }
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextAskedForExists() {
        Set<String> keys = new TreeSet<>(Texts.of(Locale.ENGLISH).keys());
        List<String> missing = new ArrayList<>();
        Matcher asked = ASKED.matcher(code());
        while (asked.find()) {
            String key = asked.group(2);
            boolean there = switch (asked.group(1)) {
                case "count" -> keys.contains(key + ".one") && keys.contains(key + ".many");
                case "of" -> !key.contains(".") || keys.contains(key) || keys.stream().anyMatch(k -> k.startsWith(key + "."));
                default -> !key.contains(".") || keys.contains(key) || asked.group(1).equals("get") || keys.stream().anyMatch(k -> k.startsWith(key));
            };
            if (!there) {
                missing.add(asked.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        String code = code();
        Set<String> literals = new TreeSet<>();
        LITERAL.matcher(code).results().forEach(r -> literals.add(r.group(1)));
        Matcher prefix = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z]+)*)\\.?\"").matcher(code);
        Set<String> prefixes = new TreeSet<>();
        prefix.results().forEach(r -> prefixes.add(r.group(1)));
        List<String> unused = Texts.of(Locale.ENGLISH).keys().stream().filter(key -> !literals.contains(key))
                .filter(key -> !prefixes.contains(key.substring(0, key.lastIndexOf('.')))).toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyStyleClassInAStylesheetOfAViewIsUsedByCode() throws IOException {
        String code = code();
        Pattern named = Pattern.compile("^\\.([a-z][a-z-]*)");
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> sheets = Files.list(STYLES)) {
            for (Path sheet : sheets.filter(s -> !s.getFileName().toString().equals("tokens.css")).toList()) {
                for (String line : Files.readAllLines(sheet)) {
                    Matcher start = named.matcher(line);
                    if (start.find() && !code.contains("\"" + start.group(1) + "\"") && !OF_LIBRARIES.contains(start.group(1))) {
                        unknown.add(sheet.getFileName() + ": " + start.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
