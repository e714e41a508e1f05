package dev.codeheals.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/// Waits for Ctrl+C or a polite kill, so that a command can end in order and with its own exit code.
///
/// The platform's signal type is reached by name: it is not part of the language's own library. Where it is missing the default
/// applies, which ends the process at once.
final class Interrupt {
    private final CountDownLatch asked = new CountDownLatch(1);

    /// Begins to listen.
    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        interrupt.hear("INT");
        interrupt.hear("TERM");
        return interrupt;
    }

    private void hear(String signal) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler told = (_, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    asked.countDown();
                    return null;
                }
                return method.invoke(this, arguments);
            };
            Object listener = Proxy.newProxyInstance(Interrupt.class.getClassLoader(), new Class<?>[] {handler}, told);
            type.getMethod("handle", type, handler).invoke(null, type.getConstructor(String.class).newInstance(signal), listener);
        } catch (ReflectiveOperationException _) {
            return;
        }
    }

    void await() throws InterruptedException {
        asked.await();
    }
}
