package dev.codeheals.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Roboto for words (its figures are tabular), JetBrains Mono for code.
public final class Fonts {
    public static final String TEXT = "Roboto";
    public static final String STRONG = "Roboto Medium";
    public static final String CODE = "JetBrains Mono";
    /// The size everything else is measured from.
    public static final double SIZE = 13;
    private static final List<String> FILES = List.of("Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "JetBrainsMono-Regular", "JetBrainsMono-Bold");

    private Fonts() {}

    /// Registers the fonts; a second call changes nothing.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/dev/codeheals/ui/font/" + file + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("The font " + file + " is missing from the program.");
                }
                Font.loadFont(in, SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + file + " cannot be read.", e);
            }
        }
    }

    public static Font code() {
        return code(SIZE);
    }

    public static Font code(double size) {
        return Font.font(CODE, size);
    }
}
