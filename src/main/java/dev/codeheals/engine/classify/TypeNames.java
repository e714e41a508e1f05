package dev.codeheals.engine.classify;

import java.util.Set;

/// Exception type names as Python prints them.
final class TypeNames {
    private static final Set<String> BUILTINS = Set.of("BaseException", "BaseExceptionGroup", "ExceptionGroup", "Exception", "GeneratorExit", "KeyboardInterrupt", "SystemExit",
            "ArithmeticError", "FloatingPointError", "OverflowError", "ZeroDivisionError", "AssertionError", "AttributeError", "BufferError", "EOFError",
            "ImportError", "ModuleNotFoundError", "LookupError", "IndexError", "KeyError", "MemoryError", "NameError", "UnboundLocalError", "OSError",
            "BlockingIOError", "ChildProcessError", "ConnectionError", "BrokenPipeError", "ConnectionAbortedError", "ConnectionRefusedError",
            "ConnectionResetError", "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
            "PermissionError", "ProcessLookupError", "TimeoutError", "ReferenceError", "RuntimeError", "NotImplementedError", "RecursionError",
            "PythonFinalizationError", "StopIteration", "StopAsyncIteration", "SyntaxError", "IndentationError", "TabError", "SystemError", "TypeError",
            "ValueError", "UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "IOError", "EnvironmentError", "WindowsError",
            "Warning", "BytesWarning", "DeprecationWarning", "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning",
            "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning", "UserWarning");

    private TypeNames() {}

    /// The name without the modules that Python itself leaves out.
    static String plain(String printed) {
        for (String module : new String[] {"builtins.", "exceptions.", "__main__."}) {
            if (printed.startsWith(module)) {
                return printed.substring(module.length());
            }
        }
        return printed;
    }

    static String last(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    static boolean isBuiltin(String name) {
        return BUILTINS.contains(name);
    }

    /// How many letters a wildcard name shares with a type; -1 if it does not fit.
    static int globScore(String glob, String type) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return -1;
        }
        String[] parts = glob.split("\\*", -1);
        int at = 0;
        int letters = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            int found = i == 0 ? (type.startsWith(part) ? 0 : -1) : i == parts.length - 1 ? lastFit(type, part, at) : type.indexOf(part, at);
            if (found < at) {
                return -1;
            }
            at = found + part.length();
            letters += part.length();
        }
        return letters;
    }

    private static int lastFit(String type, String part, int from) {
        int at = type.length() - part.length();
        return at >= from && type.endsWith(part) ? at : -1;
    }
}
