package dev.codeheals.ui.notice;

/// A way to tell something on the user's desktop, outside the window.
@FunctionalInterface
public interface DesktopNotice {

    /// Shows it; may block for a moment.
    ///
    /// @return whether the desktop took it
    boolean show(String title, String words);

    /// The desktop's own notices where its bus is reached, else a balloon at the tray icon, else nothing.
    static DesktopNotice ofThisDesktop() {
        DesktopNotice bus = new BusNotice(System.getenv().getOrDefault("DBUS_SESSION_BUS_ADDRESS", ""));
        DesktopNotice tray = new TrayNotice();
        return (title, words) -> bus.show(title, words) || tray.show(title, words);
    }
}
