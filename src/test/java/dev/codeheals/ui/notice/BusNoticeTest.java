package dev.codeheals.ui.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BusNoticeTest {
    /// What a desktop that shows notices looks like on the bus.
    public static final class Desktop implements Notifications {
        final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

        @Override
        public UInt32 tell(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions,
                           Map<String, Variant<?>> hints, int timeout) {
            shown.add(summary + ": " + body);
            return new UInt32(7);
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/Notifications";
        }
    }

    @Test
    void aNoticeReachesTheDesktopOnTheBus() throws IOException, DBusException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dbus-daemon")), "needs dbus-daemon");
        Process daemon = new ProcessBuilder("/usr/bin/dbus-daemon", "--session", "--nofork", "--print-address=1").start();
        try (BufferedReader out = daemon.inputReader(UTF_8)) {
            String address = out.readLine();
            try (DBusConnection bus = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
                Desktop desktop = new Desktop();
                bus.requestBusName("org.freedesktop.Notifications");
                bus.exportObject(desktop);

                assertThat(new BusNotice(address).show("Code Heals Itself", "A fix waits for you")).isTrue();

                assertThat(desktop.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("Code Heals Itself: A fix waits for you");
            }
        } finally {
            daemon.destroy();
        }
    }

    @Test
    void withoutABusNothingIsTaken() {
        assertThat(new BusNotice("").show("title", "words")).isFalse();
        assertThat(new BusNotice("unix:path=/nowhere/bus").show("title", "words")).isFalse();
    }
}
