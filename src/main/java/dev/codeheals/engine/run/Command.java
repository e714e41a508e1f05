package dev.codeheals.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A command line as its arguments; never passed through a shell.
public record Command(List<String> arguments) {

    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
            throw new IllegalArgumentException("A command needs a program.");
        }
    }

    public static Command of(String... arguments) {
        return new Command(List.of(arguments));
    }

    /// Splits typed text at blanks, honouring single and double quotes and backslashes outside single quotes.
    ///
    /// @throws IllegalArgumentException for blank text or an open quote
    public static Command parse(String typed) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < typed.length()) {
                word.append(typed.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("The command has an open " + quote + " quote.");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new Command(words);
    }

    public String program() {
        return arguments.getFirst();
    }

    /// The command as a person would type it.
    public String display() {
        return arguments.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'' || c == '"' || c == '\\');
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
