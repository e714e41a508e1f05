package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Token;

/// How a file is written: new code follows it.
///
/// @param eol   line separator
/// @param unit  one level of indentation
/// @param quote the kind of quotes used more
record Style(String eol, String unit, char quote) {

    static Style of(FileTokens file) {
        int single = 0;
        int strings = 0;
        for (Token token : file.tokens()) {
            if (token.kind() == Token.Kind.STRING && Strings.content(token.text()).isPresent()) {
                strings++;
                single += token.text().charAt(0) == '\'' ? 1 : 0;
            }
        }
        return new Style(file.source().eol(), unit(file), single * 2 > strings ? '\'' : '"');
    }

    private static String unit(FileTokens file) {
        for (int i = 0; i + 1 < file.size(); i++) {
            if (file.at(i).kind() == Token.Kind.INDENT) {
                String indent = file.source().indentOf(file.lineOf(i + 1));
                if (!indent.isEmpty()) {
                    return indent;
                }
            }
        }
        return "    ";
    }
}
