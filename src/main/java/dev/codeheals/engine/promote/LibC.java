package dev.codeheals.engine.promote;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.Optional;

/// The handful of Linux calls Java does not offer: files relative to an open folder, and the exchange of two names in one step.
final class LibC {
    static final int EXCHANGE = 2;
    static final int NO_REPLACE = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = LINKER.defaultLookup();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private LibC() {}

    /// The calls, looked up once; missing ones make the whole table unusable.
    private static final class Calls {
        static final Optional<Calls> FOUND = find();

        final MethodHandle openat = handle("openat", 3, INT, INT, POINTER, INT, INT);
        final MethodHandle close = handle("close", -1, INT, INT);
        final MethodHandle read = handle("read", -1, LONG, INT, POINTER, LONG);
        final MethodHandle write = handle("write", -1, LONG, INT, POINTER, LONG);
        final MethodHandle fsync = handle("fsync", -1, INT, INT);
        final MethodHandle fchmod = handle("fchmod", -1, INT, INT, INT);
        final MethodHandle fchown = handle("fchown", -1, INT, INT, INT, INT);
        final MethodHandle futimens = handle("futimens", -1, INT, INT, POINTER);
        final MethodHandle statx = handle("statx", -1, INT, INT, POINTER, INT, INT, POINTER);
        final MethodHandle renameat2 = handle("renameat2", -1, INT, INT, POINTER, INT, POINTER, INT);
        final MethodHandle linkat = handle("linkat", -1, INT, INT, POINTER, INT, POINTER, INT);
        final MethodHandle unlinkat = handle("unlinkat", -1, INT, INT, POINTER, INT);
        final MethodHandle mkdirat = handle("mkdirat", -1, INT, INT, POINTER, INT);
        final MethodHandle flistxattr = handle("flistxattr", -1, LONG, INT, POINTER, LONG);
        final MethodHandle fgetxattr = handle("fgetxattr", -1, LONG, INT, POINTER, POINTER, LONG);
        final MethodHandle fsetxattr = handle("fsetxattr", -1, INT, INT, POINTER, POINTER, LONG, INT);
        final MethodHandle fremovexattr = handle("fremovexattr", -1, INT, INT, POINTER);

        private static Optional<Calls> find() {
            boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
            if (!linux || Flags.KNOWN.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Calls());
            } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException _) {
                return Optional.empty();
            }
        }

        // The launcher and the build enable native access; without it the table stays empty and Java's own calls are used.
        @SuppressWarnings("restricted")
        private static MethodHandle handle(String name, int variadicFrom, MemoryLayout result, MemoryLayout... arguments) {
            MemorySegment symbol = LIBRARY.find(name).orElseThrow(() -> new IllegalArgumentException(name));
            FunctionDescriptor type = FunctionDescriptor.of(result, arguments);
            Linker.Option errno = Linker.Option.captureCallState("errno");
            return variadicFrom < 0 ? LINKER.downcallHandle(symbol, type, errno)
                    : LINKER.downcallHandle(symbol, type, errno, Linker.Option.firstVariadicArg(variadicFrom));
        }
    }

    /// The two open flags whose numbers differ between processors.
    record Flags(int directory, int noFollow) {
        static final Optional<Flags> KNOWN = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64", "riscv64" -> Optional.of(new Flags(0x10000, 0x20000));
            case "aarch64" -> Optional.of(new Flags(0x4000, 0x8000));
            default -> Optional.empty();
        };
    }

    static boolean usable() {
        return Calls.FOUND.isPresent();
    }

    private static Calls calls() {
        return Calls.FOUND.orElseThrow(() -> new IllegalStateException("Native file calls are not available here."));
    }

    /// One native call; its arguments are in place, the state segment comes first.
    private interface Call {
        long run(MemorySegment state, Arena arena) throws Throwable;
    }

    private static long call(String operation, String name, Call call) throws FileFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = run(call, state, arena);
            if (result < 0) {
                throw new FileFault(Errno.of((int) ERRNO.get(state, 0L)), operation, name);
            }
            return result;
        }
    }

    private static long run(Call call, MemorySegment state, Arena arena) {
        try {
            return call.run(state, arena);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A native call cannot throw this.", e);
        }
    }

    static int open(int folder, String name, int flags, int mode) throws FileFault {
        return (int) call("open", name, (s, a) -> (int) calls().openat.invokeExact(s, folder, a.allocateFrom(name), flags, mode));
    }

    static void close(int file) throws FileFault {
        call("close", "", (s, _) -> (int) calls().close.invokeExact(s, file));
    }

    static long read(int file, MemorySegment buffer, String name) throws FileFault {
        return call("read", name, (s, _) -> (long) calls().read.invokeExact(s, file, buffer, buffer.byteSize()));
    }

    static long write(int file, MemorySegment bytes, String name) throws FileFault {
        return call("write", name, (s, _) -> (long) calls().write.invokeExact(s, file, bytes, bytes.byteSize()));
    }

    static void sync(int file, String name) throws FileFault {
        call("sync", name, (s, _) -> (int) calls().fsync.invokeExact(s, file));
    }

    static void chmod(int file, int mode, String name) throws FileFault {
        call("set the mode of", name, (s, _) -> (int) calls().fchmod.invokeExact(s, file, mode));
    }

    static void chown(int file, int owner, int group, String name) throws FileFault {
        call("keep the owner and group of", name, (s, _) -> (int) calls().fchown.invokeExact(s, file, owner, group));
    }

    /// Sets the time of the last change and leaves that of the last access.
    static void touch(int file, long modifiedNanos, String name) throws FileFault {
        long leave = 0x3FFFFFFEL;
        call("set the time of", name, (s, a) -> {
            MemorySegment times = a.allocateFrom(LONG, 0, leave, Math.floorDiv(modifiedNanos, 1_000_000_000L),
                    Math.floorMod(modifiedNanos, 1_000_000_000L));
            return (int) calls().futimens.invokeExact(s, file, times);
        });
    }

    /// The {@code statx} record: the same on every processor, unlike {@code stat}'s.
    static MemorySegment stat(int folder, String name, Arena keep) throws FileFault {
        int noFollow = 0x100;
        int emptyPath = name.isEmpty() ? 0x1000 : 0;
        int basic = 0x7FF;
        MemorySegment found = keep.allocate(256, 8);
        call("look at", name, (s, a) -> (int) calls().statx.invokeExact(s, folder, a.allocateFrom(name), noFollow | emptyPath, basic, found));
        return found;
    }

    static void rename(int fromFolder, String from, int toFolder, String to, int flags) throws FileFault {
        call("rename", from, (s, a) -> (int) calls().renameat2.invokeExact(s, fromFolder, a.allocateFrom(from), toFolder, a.allocateFrom(to), flags));
    }

    static void link(int folder, String from, String to) throws FileFault {
        call("link", from, (s, a) -> (int) calls().linkat.invokeExact(s, folder, a.allocateFrom(from), folder, a.allocateFrom(to), 0));
    }

    static void unlink(int folder, String name, boolean isFolder) throws FileFault {
        call("remove", name, (s, a) -> (int) calls().unlinkat.invokeExact(s, folder, a.allocateFrom(name), isFolder ? 0x200 : 0));
    }

    static void makeFolder(int folder, String name) throws FileFault {
        call("make the folder", name, (s, a) -> (int) calls().mkdirat.invokeExact(s, folder, a.allocateFrom(name), 0777));
    }

    static long listAttributes(int file, MemorySegment buffer) throws FileFault {
        return call("list the attributes of", "", (s, _) -> (long) calls().flistxattr.invokeExact(s, file, buffer, buffer.byteSize()));
    }

    static long attribute(int file, String attribute, MemorySegment buffer) throws FileFault {
        return call("read the attribute", attribute,
                (s, a) -> (long) calls().fgetxattr.invokeExact(s, file, a.allocateFrom(attribute), buffer, buffer.byteSize()));
    }

    static void setAttribute(int file, String attribute, byte[] value) throws FileFault {
        call("keep the attribute", attribute, (s, a) -> {
            MemorySegment bytes = a.allocateFrom(ValueLayout.JAVA_BYTE, value);
            return (int) calls().fsetxattr.invokeExact(s, file, a.allocateFrom(attribute), bytes, (long) value.length, 0);
        });
    }

    static void removeAttribute(int file, String attribute) throws FileFault {
        call("remove the attribute", attribute, (s, a) -> (int) calls().fremovexattr.invokeExact(s, file, a.allocateFrom(attribute)));
    }
}
