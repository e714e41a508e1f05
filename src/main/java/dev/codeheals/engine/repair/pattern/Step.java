package dev.codeheals.engine.repair.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of an abstract edit. Texts may hold holes in braces: {@code {subject}}.
sealed interface Step {

    /// Binds a name by an import wherever imports stand in the failing file.
    ///
    /// @param module dotted name; leading dots for a relative import
    /// @param name   what to import from it; null to import the module itself
    /// @param alias  null for none
    record AddImport(String module, @Nullable String name, @Nullable String alias) implements Step {}

    /// Replaces tokens between others.
    ///
    /// @param file    relative path; empty for the failing file
    /// @param anchor  where to look
    /// @param before  tokens that must stand before
    /// @param find    tokens to replace; empty for an insertion
    /// @param with    tokens to put there
    /// @param after   tokens that must follow
    /// @param spaced  whether white space follows the new tokens
    record Rewrite(String file, Anchor anchor, List<Atom> before, List<Atom> find, List<Atom> with, List<Atom> after, boolean spaced)
            implements Step {
        public Rewrite {
            before = List.copyOf(before);
            find = List.copyOf(find);
            with = List.copyOf(with);
            after = List.copyOf(after);
        }
    }

    /// Replaces a word, inside f-strings too, on the failing line.
    record Rename(String from, String to) implements Step {}

    /// Creates a file.
    record Create(String file, String text) implements Step {}

    enum Anchor {
        /// On the failing logical line.
        FAILING,
        /// Anywhere in the file; the place nearest to the failing line first.
        NEAREST
    }
}
