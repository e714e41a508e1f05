package dev.codeheals.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which dotted names lend which capability.
final class CapabilityTable {
    /// Methods that lend one whatever they are called on.
    private static final Map<String, Capability> METHODS = Map.ofEntries(Map.entry("system", Capability.PROCESS),
            Map.entry("popen", Capability.PROCESS), Map.entry("Popen", Capability.PROCESS), Map.entry("check_output", Capability.PROCESS),
            Map.entry("check_call", Capability.PROCESS), Map.entry("getoutput", Capability.PROCESS), Map.entry("getstatusoutput", Capability.PROCESS),
            Map.entry("execv", Capability.PROCESS), Map.entry("execve", Capability.PROCESS), Map.entry("execvp", Capability.PROCESS),
            Map.entry("create_subprocess_shell", Capability.PROCESS), Map.entry("create_subprocess_exec", Capability.PROCESS),
            Map.entry("subprocess_shell", Capability.PROCESS), Map.entry("subprocess_exec", Capability.PROCESS),
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
    private static final Set<String> WORDS = words();

    private CapabilityTable() {}

    /// What a dotted name lends; longer names of a listed one lend the same.
    static Optional<Capability> of(String dotted) {
        String name = dotted;
        while (true) {
            Capability found = NAMES.get(name);
            int dot = name.lastIndexOf('.');
            if (found != null || dot < 0) {
                return Optional.ofNullable(found);
            }
            name = name.substring(0, dot);
        }
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
                "__eq__", "__ne__", "__bool__", "__contains__", "__lt__", "__le__", "__gt__", "__ge__", "__test__", "__path__", "load_tests",
                "setUpModule", "tearDownModule", "collect_ignore", "collect_ignore_glob", "touch", "mkdir", "execute", "executemany", "executescript"));
        for (String name : NAMES.keySet()) {
            words.add(name.substring(name.lastIndexOf('.') + 1));
            words.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        }
        return Set.copyOf(words);
    }

    private static Map<String, Capability> read() {
        try (InputStream resource = CapabilityTable.class.getResourceAsStream("capabilities.txt")) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its table of capabilities.");
            }
            Map<String, Capability> names = new HashMap<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(line -> names.put(line.substring(line.indexOf(' ') + 1), Capability.valueOf(line.substring(0, line.indexOf(' ')))));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot read its table of capabilities.", e);
        }
    }
}
