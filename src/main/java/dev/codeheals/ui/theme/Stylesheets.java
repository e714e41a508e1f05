package dev.codeheals.ui.theme;

import java.net.URL;

/// The stylesheets beside the texts: one for the tokens, one a look, one a view.
public final class Stylesheets {
    private Stylesheets() {}

    /// The address of a stylesheet by its plain name ({@code "review"}).
    ///
    /// @throws IllegalArgumentException if there is none
    public static String url(String name) {
        URL url = Stylesheets.class.getResource("/dev/codeheals/ui/css/" + name + ".css");
        if (url == null) {
            throw new IllegalArgumentException("There is no stylesheet " + name + ".");
        }
        return url.toExternalForm();
    }
}
