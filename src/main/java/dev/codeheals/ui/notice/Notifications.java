package dev.codeheals.ui.notice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The desktop's notification service, as its specification names it. Public because the bus calls it through a proxy.
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {

    /// Shows a notice.
    ///
    /// @param replaces the notice to take the place of; 0 for none
    /// @param timeout  milliseconds; -1 for the usual time
    /// @return the notice's number
    @DBusMemberName("Notify")
    UInt32 tell(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions,
                  Map<String, Variant<?>> hints, int timeout);
}
