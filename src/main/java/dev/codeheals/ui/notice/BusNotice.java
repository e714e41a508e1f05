package dev.codeheals.ui.notice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;

/// Notices by the session bus, as the desktops of Linux show them.
final class BusNotice implements DesktopNotice {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int USUAL_TIME = -1;
    private final String address;

    /// @param address of the session bus; empty where there is none
    BusNotice(String address) {
        this.address = address;
    }

    @Override
    public boolean show(String title, String words) {
        if (address.isBlank()) {
            return false;
        }
        try (DBusConnection bus = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
            Notifications desktop = bus.getRemoteObject(NAME, PATH, Notifications.class);
            desktop.tell("codeheals", new UInt32(0), "", title, words, List.of(), Map.of(), USUAL_TIME);
            return true;
        } catch (DBusException | DBusExecutionException | IOException _) {
            return false;
        }
    }
}
