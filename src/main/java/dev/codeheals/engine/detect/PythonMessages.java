package dev.codeheals.engine.detect;

import java.util.Set;
import java.util.regex.Pattern;

/// Tells a bare last line that only Python can have printed from one that any program may print.
final class PythonMessages {
    private static final Set<String> SYNTAX = Set.of("SyntaxError", "IndentationError", "TabError");
    private static final int LONGEST = 500;
    private static final Pattern CERTAIN = Pattern.compile(
            "(?:ModuleNotFoundError|ImportError): (?:No module named .{1,200}|cannot import name .{1,300}|attempted relative import .{0,200})"
                    + "|NameError: (?:name|free variable) '\\w{1,200}' is not defined.{0,200}|UnboundLocalError: .{1,300}"
                    + "|AttributeError: .{1,300} has no attribute '.{1,200}|(?:IndentationError|TabError): .{1,200}"
                    + "|SyntaxError: (?:.{1,200}\\([^()]{1,200}\\.py, line \\d{1,9}\\)|too many statically nested blocks|encoding problem: .{1,100})"
                    + "|TypeError: .{0,300}(?:positional argument|unexpected keyword argument|unsupported operand type\\(s\\) for|object is not (?:callable|subscriptable|iterable)|must be str, not |can only concatenate ).{0,200}"
                    + "|ValueError: (?:invalid literal for int\\(\\)|could not convert string to float|(?:too many|not enough) values to unpack).{0,200}"
                    + "|(?:FileNotFoundError|PermissionError|IsADirectoryError|NotADirectoryError|FileExistsError|OSError|ConnectionRefusedError): \\[(?:Errno|WinError) \\d{1,5}\\] .{1,400}"
                    + "|IndexError: (?:list|tuple|string|pop from) .{1,100}|ZeroDivisionError: (?:division by zero|float division|integer |modulo|float modulo|division or modulo).{0,60}"
                    + "|Unicode(?:De|En)codeError: '.{1,40}' codec can't .{1,200}|RecursionError: maximum recursion depth.{0,100}"
                    + "|json\\.decoder\\.JSONDecodeError: .{1,200}|subprocess\\.CalledProcessError: Command .{1,400}|django\\.[\\w.]{1,100}: .{1,400}|KeyError: '[^']{1,200}'");

    private PythonMessages() {}

    static boolean certain(Traceback bare) {
        String line = bare.exceptionType() + ": " + bare.summary();
        return line.length() <= LONGEST && CERTAIN.matcher(line).matches();
    }

    static boolean isSyntax(String type) {
        return SYNTAX.contains(type.substring(type.lastIndexOf('.') + 1));
    }
}
