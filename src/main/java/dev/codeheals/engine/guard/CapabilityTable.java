package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.StandardModules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which dotted names lend which capability.
final class CapabilityTable {
    /// Methods that lend one whatever they are called on.
    private static final Map<String, Capability> METHODS = Map.ofEntries(Map.entry("system", Capability.PROCESS),
            Map.entry("popen", Capability.PROCESS), Map.entry("Popen", Capability.PROCESS), Map.entry("check_output", Capability.PROCESS),
            Map.entry("check_call", Capability.PROCESS), Map.entry("getoutput", Capability.PROCESS), Map.entry("getstatusoutput", Capability.PROCESS),
            Map.entry("execv", Capability.PROCESS), Map.entry("execve", Capability.PROCESS), Map.entry("execvp", Capability.PROCESS),
            Map.entry("create_subprocess_shell", Capability.PROCESS), Map.entry("create_subprocess_exec", Capability.PROCESS),
            Map.entry("subprocess_shell", Capability.PROCESS), Map.entry("subprocess_exec", Capability.PROCESS),
            Map.entry("run_in_executor", Capability.PROCESS), Map.entry("add_signal_handler", Capability.PROCESS), Map.entry("connect_read_pipe", Capability.PROCESS),
            Map.entry("create_server", Capability.NETWORK), Map.entry("create_unix_server", Capability.NETWORK), Map.entry("create_datagram_endpoint", Capability.NETWORK),
            Map.entry("urlopen", Capability.NETWORK), Map.entry("urlretrieve", Capability.NETWORK), Map.entry("create_connection", Capability.NETWORK),
            Map.entry("open_connection", Capability.NETWORK), Map.entry("sendto", Capability.NETWORK), Map.entry("sendmail", Capability.NETWORK), Map.entry("send_message", Capability.NETWORK),
            Map.entry("import_module", Capability.CODE), Map.entry("load_module", Capability.CODE), Map.entry("exec_module", Capability.CODE),
            Map.entry("find_spec", Capability.CODE), Map.entry("run_module", Capability.CODE), Map.entry("run_path", Capability.CODE),
            Map.entry("unlink", Capability.FILES), Map.entry("rmtree", Capability.FILES), Map.entry("write_text", Capability.FILES),
            Map.entry("write_bytes", Capability.FILES), Map.entry("read_text", Capability.FILES), Map.entry("read_bytes", Capability.FILES),
            Map.entry("symlink_to", Capability.FILES), Map.entry("hardlink_to", Capability.FILES), Map.entry("expanduser", Capability.FILES),
            Map.entry("rmdir", Capability.FILES), Map.entry("chmod", Capability.FILES), Map.entry("extractall", Capability.FILES), Map.entry("tofile", Capability.FILES),
            Map.entry("b64decode", Capability.ENCODED), Map.entry("unhexlify", Capability.ENCODED), Map.entry("fromhex", Capability.ENCODED),
            Map.entry("skipTest", Capability.EXIT), Map.entry("_exit", Capability.EXIT));
    /// Attributes that lead from any object to all others.
    private static final Set<String> REFLECTIVE = Set.of("__globals__", "__builtins__", "__subclasses__", "__bases__", "__base__", "__mro__",
            "__code__", "__closure__", "__getattribute__", "__loader__", "__spec__", "__reduce__", "__reduce_ex__", "__import__", "__self__",
            "__wrapped__", "__func__", "f_globals", "f_locals", "f_builtins", "f_back", "gi_frame", "cr_frame", "ag_frame", "tb_frame",
            "co_code", "func_globals", "__defaults__", "__kwdefaults__", "__class_getitem__", "__init_subclass__", "__set_name__", "__del__");
    /// Modules that are a way to everything below them, as soon as they are passed on as values.
    private static final Set<String> MODULES = Set.of("os", "sys", "subprocess", "builtins", "importlib", "shutil", "socket", "ctypes", "posix",
            "nt", "pty", "runpy", "pickle", "marshal", "operator", "inspect", "gc", "types", "urllib", "http");

    private static final Set<String> DESTROYING = Set.of("rmtree", "unlink", "remove", "removedirs", "rmdir", "rename", "renames", "replace", "move",
            "truncate", "chmod", "chown");

    private static final Map<String, Capability> NAMES = read();
    private static final Set<String> HARMLESS = lines("harmless.txt").flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    /// Modules of which only some is harmless.
    private static final Set<String> GUARDED = HARMLESS.stream().filter(name -> name.contains(".")).map(CapabilityTable::top)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WORDS = words();

    private CapabilityTable() {}

    /// What a dotted name lends; longer names of a listed one lend the same.
    static Optional<Capability> of(String dotted) {
        Optional<Capability> listed = prefixes(dotted).filter(NAMES::containsKey).findFirst().map(NAMES::get);
        return listed.or(() -> GUARDED.contains(top(dotted)) ? unvouched(dotted) : Optional.empty());
    }

    /// What the import of a dotted name lends: a module of the library that nobody vouched for is a way to what it can do.
    static Optional<Capability> ofImport(String dotted) {
        return of(dotted).or(() -> StandardModules.contains(dotted) ? unvouched(dotted) : Optional.empty());
    }

    private static Optional<Capability> unvouched(String dotted) {
        boolean harmless = (dotted.indexOf('.') < 0 && GUARDED.contains(dotted)) || HARMLESS.stream().anyMatch(h -> h.startsWith(dotted + "."))
                || prefixes(dotted).anyMatch(HARMLESS::contains);
        return harmless ? Optional.empty() : Optional.of(Capability.SYSTEM);
    }

    /// A dotted name and all it lies in, the longest first.
    private static Stream<String> prefixes(String dotted) {
        return Stream.iterate(dotted, name -> !name.isEmpty(), name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    private static String top(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    static Optional<Capability> ofMethod(String attribute) {
        return Optional.ofNullable(METHODS.get(attribute));
    }

    static boolean reflective(String attribute) {
        return REFLECTIVE.contains(attribute);
    }

    /// Whether doing it can do harm that no undo takes back.
    static boolean dangerous(Capability capability, String name) {
        return switch (capability) {
            case PROCESS, NETWORK, CODE, NATIVE -> true;
            case FILES -> DESTROYING.contains(name);
            case ENVIRONMENT, SYSTEM, EXIT, ENCODED, REFLECTION, DEPENDENCY, SILENCE -> false;
        };
    }

    static boolean module(String name) {
        return MODULES.contains(name);
    }

    /// Whether a module of that name lies in another one and is no way to the top-level module of that name.
    static boolean submodule(String of, String name) {
        return (of.equals("asyncio") && name.equals("subprocess")) || (of.equals("concurrent") && name.equals("types"));
    }

    /// Whether a single word may be part of anything listed; a text without such words lends nothing.
    static boolean telling(String word) {
        return WORDS.contains(word) || word.startsWith("pytest_");
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(METHODS.keySet());
        words.addAll(REFLECTIVE);
        words.addAll(MODULES);
        words.addAll(Set.of("import", "open", "getattr", "setattr", "delattr", "chr", "bytes", "assert", "Path", "type", "metaclass", "raise",
                "__class__", "__dict__", "__getattr__", "__setattr__", "__delattr__", "__instancecheck__", "__subclasscheck__", "__prepare__",
                "__eq__", "__ne__", "__bool__", "__contains__", "__lt__", "__le__", "__gt__", "__ge__", "__sub__", "__rsub__", "__abs__", "__test__",
                "__path__", "__name__", "__file__", "__package__", "__debug__", "__dir__", "load_tests",
                "setUpModule", "tearDownModule", "collect_ignore", "collect_ignore_glob", "touch", "mkdir", "execute", "executemany", "executescript", "copy", "copy_into",
                "move", "move_into", "link_to", "lchmod", "str", "bytearray"));
        words.addAll(GUARDED);
        for (String name : NAMES.keySet()) {
            words.add(name.substring(name.lastIndexOf('.') + 1));
            words.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        }
        return Set.copyOf(words);
    }

    private static Map<String, Capability> read() {
        return lines("capabilities.txt").collect(Collectors.toUnmodifiableMap(line -> line.substring(line.indexOf(' ') + 1),
                line -> Capability.valueOf(line.substring(0, line.indexOf(' '))), (_, later) -> later));
    }

    private static Stream<String> lines(String table) {
        try (InputStream resource = CapabilityTable.class.getResourceAsStream(table)) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its table " + table + ".");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && line.charAt(0) != '#');
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot read its table " + table + ".", e);
        }
    }
}
