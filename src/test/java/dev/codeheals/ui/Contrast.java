package dev.codeheals.ui;

import javafx.scene.paint.Color;

/// How far colours stand apart, as the Web Content Accessibility Guidelines count it.
final class Contrast {
    private Contrast() {}

    /// What is seen where one colour lies over another.
    static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return Color.color(above.getRed() * a + below.getRed() * (1 - a), above.getGreen() * a + below.getGreen() * (1 - a),
                above.getBlue() * a + below.getBlue() * (1 - a));
    }

    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
