package dev.codeheals.proof;

import dev.codeheals.engine.promote.FileFault;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Folder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Real file operations that bring nothing to the disk themselves: what promotion would be if it trusted the system to do that in order.
record ForgetfulFiles(FileOperations real) implements FileOperations {

    @Override
    public Folder open(Path folder) throws FileFault {
        return forgetful(real.open(folder), folder);
    }

    private static Folder forgetful(Folder folder, Path path) {
        return (Folder) Proxy.newProxyInstance(ForgetfulFiles.class.getClassLoader(), new Class<?>[] {Folder.class, Remembered.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "real" -> folder;
                    case "sync" -> null;
                    case "create" -> written(path.resolve((String) arguments[0]), (byte[]) arguments[1]);
                    case "child" -> forgetful(folder.child((String) arguments[0]), path.resolve((String) arguments[0]));
                    default -> call(folder, method, arguments);
                });
    }

    private interface Remembered {
        Folder real();
    }

    private static Object written(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes).equals(file) ? null : file;
    }

    private static Object call(Folder folder, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        Object[] real = arguments == null ? new Object[0] : Arrays.stream(arguments).map(a -> a instanceof Remembered r ? r.real() : a).toArray();
        try {
            return method.invoke(folder, real);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
