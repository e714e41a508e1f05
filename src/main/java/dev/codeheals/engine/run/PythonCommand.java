package dev.codeheals.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A command that runs Python, taken apart.
///
/// @param kind      what stands after the interpreter's own options
/// @param options   the interpreter's own options ({@code -X dev}, {@code -W error})
/// @param target    the script's path, the module's dotted name, the code, or {@code pytest}
/// @param arguments what the program gets
public record PythonCommand(Kind kind, List<String> options, String target, List<String> arguments) {
    private static final Pattern PYTHON = Pattern.compile("python(3(\\.\\d+)?)?(\\.exe)?|py(\\.exe)?");
    private static final Set<String> WITH_VALUE = Set.of("-W", "-X", "--check-hash-based-pycs");
    private static final Set<String> RUNNERS = Set.of("uv", "poetry", "pipenv", "pdm", "rye", "hatch");

    /// What pytest's own console script does: unlike {@code -m pytest} it leaves the working folder out of the module path.
    private static final String CONSOLE_PYTEST = "import sys; sys.path.pop(0); import pytest; sys.exit(pytest.console_main())";

    public enum Kind { SCRIPT, MODULE, CODE, PYTEST }

    public PythonCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /// Takes a command apart; empty if it does not start Python as far as its words tell.
    public static Optional<PythonCommand> of(Command command) {
        List<String> words = withoutRunner(command.arguments());
        String program = baseName(words.getFirst());
        if (program.equals("pytest") || program.equals("py.test") || program.equals("pytest.exe")) {
            return Optional.of(new PythonCommand(Kind.PYTEST, List.of(), "pytest", words.subList(1, words.size())));
        }
        if (PYTHON.matcher(program).matches()) {
            return afterInterpreter(words);
        }
        return program.endsWith(".py") ? Optional.of(new PythonCommand(Kind.SCRIPT, List.of(), words.getFirst(), words.subList(1, words.size())))
                : Optional.empty();
    }

    /// The command with the project's interpreter in the place of whichever one it names; other commands stay as they are.
    public static Command resolve(Command command, Interpreter python) {
        return of(command).map(parsed -> parsed.runBy(python)).orElse(command);
    }

    /// Whether this runs tests by pytest.
    public boolean isPytest() {
        return kind == Kind.PYTEST || (kind == Kind.MODULE && target.equals("pytest"));
    }

    /// Whether this runs tests by unittest.
    public boolean isUnittest() {
        return kind == Kind.MODULE && target.equals("unittest");
    }

    public Command runBy(Interpreter python) {
        List<String> words = new ArrayList<>(List.of(python.executable().toString()));
        words.addAll(options);
        switch (kind) {
            case SCRIPT -> words.add(target);
            case MODULE -> words.addAll(List.of("-m", target));
            case CODE -> words.addAll(List.of("-c", target));
            case PYTEST -> words.addAll(List.of("-c", CONSOLE_PYTEST));
        }
        words.addAll(arguments);
        return new Command(words);
    }

    private static Optional<PythonCommand> afterInterpreter(List<String> words) {
        List<String> options = new ArrayList<>();
        int i = 1;
        while (i < words.size()) {
            String word = words.get(i);
            if (word.equals("-m") || word.equals("-c")) {
                return i + 1 == words.size() ? Optional.empty() : Optional.of(new PythonCommand(word.equals("-m") ? Kind.MODULE : Kind.CODE,
                        options, words.get(i + 1), words.subList(i + 2, words.size())));
            }
            if (word.startsWith("-m") && word.length() > 2) {
                return Optional.of(new PythonCommand(Kind.MODULE, options, word.substring(2), words.subList(i + 1, words.size())));
            }
            if (!word.startsWith("-") || word.equals("-")) {
                return word.equals("-") ? Optional.empty() : Optional.of(new PythonCommand(Kind.SCRIPT, options, word, words.subList(i + 1, words.size())));
            }
            if (!word.equals("-3") && !word.matches("-3\\.\\d+")) {
                options.add(word);
            }
            if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
                options.add(words.get(++i));
            }
            i++;
        }
        return Optional.empty();
    }

    /// Tools that only choose the environment ({@code poetry run python …}): the environment is found without them.
    private static List<String> withoutRunner(List<String> words) {
        boolean wrapped = words.size() > 2 && RUNNERS.contains(baseName(words.getFirst())) && words.get(1).equals("run") && !words.get(2).startsWith("-");
        return wrapped ? words.subList(2, words.size()) : words;
    }

    private static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
