package dev.codeheals.ui.notice;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// A balloon at an icon in the tray, where the desktop has one. The icon appears with the first notice.
final class TrayNotice implements DesktopNotice {
    private static final int SIZE = 32;
    private @Nullable TrayIcon icon;

    @Override
    public synchronized boolean show(String title, String words) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return false;
        }
        try {
            TrayIcon shown = icon;
            if (shown == null) {
                shown = new TrayIcon(picture(), "Code Heals Itself");
                shown.setImageAutoSize(true);
                SystemTray.getSystemTray().add(shown);
                icon = shown;
            }
            shown.displayMessage(title, words, TrayIcon.MessageType.INFO);
            return true;
        } catch (AWTException _) {
            return false;
        }
    }

    /// The red square and the green disc of the logo.
    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xcf222e));
        g.fillRect(2, 9, 13, 13);
        g.setColor(new Color(0x1a7f37));
        g.fillOval(16, 8, 15, 15);
        g.dispose();
        return image;
    }
}
