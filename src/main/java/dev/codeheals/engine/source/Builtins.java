package dev.codeheals.engine.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names every Python module can use without binding them: those of 3.9 to 3.14.
public final class Builtins {
    public static final Set<String> EXCEPTIONS = words("""
            ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError
            BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
            DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError
            FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError
            InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
            NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
            PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
            StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
            UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
            ZeroDivisionError""");

    public static final Set<String> FUNCTIONS = words("""
            abs aiter all anext any ascii bin breakpoint callable chr compile delattr dir divmod eval exec exit format getattr globals
            hasattr hash help hex id input isinstance issubclass iter len locals max min next oct open ord pow print quit repr round
            setattr sorted sum vars __import__ __build_class__""");

    public static final Set<String> TYPES = words("""
            bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object property
            range reversed set slice staticmethod str super tuple type zip""");

    /// Names the module itself has, and the constants.
    public static final Set<String> MODULE_NAMES = words("""
            Ellipsis NotImplemented copyright credits license __annotations__ __builtins__ __cached__ __debug__ __dict__ __doc__ __file__
            __loader__ __name__ __package__ __path__ __spec__ __class__ __module__ __qualname__ __firstlineno__ WindowsError""");

    public static final Set<String> NAMES = Stream.of(EXCEPTIONS, FUNCTIONS, TYPES, MODULE_NAMES).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Builtins() {}

    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
