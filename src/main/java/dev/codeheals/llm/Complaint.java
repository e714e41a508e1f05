package dev.codeheals.llm;

import java.util.regex.Pattern;

/// What a server said when it did not take a request.
final class Complaint extends Exception {
    private static final long serialVersionUID = 1;
    private static final Pattern OTHER_REASON = Pattern.compile("context.{0,20}(length|window)|too (long|large|many tokens)|maximum.{0,20}(length|tokens)"
            + "|credit|quota|billing|model.{0,20}not (found|exist)|does not exist", Pattern.CASE_INSENSITIVE);

    private final String words;

    Complaint(String words) {
        super("the server's complaint", null, false, false);
        this.words = words;
    }

    /// False only where the server clearly means something else: some servers do not say which field they do not know.
    boolean mayBeAboutStructure() {
        return !OTHER_REASON.matcher(words).find();
    }
}
