package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.classify.PacketHash;
import java.util.ArrayList;
import java.util.List;

/// Parts of a prompt that come from the project, each between two lines that nothing inside can imitate.
///
/// The mark in those lines is a hash of all that is enclosed, so that no text can contain it. Same text, same mark.
final class Fence {
    private static final int LONGEST_TITLE = 200;

    private record Part(String title, String body) {}

    private final List<Part> parts = new ArrayList<>();

    /// Adds a part; a blank one is left out.
    void add(String title, String body) {
        if (!body.isBlank()) {
            String line = title.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
            parts.add(new Part(line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) : line, body.stripTrailing()));
        }
    }

    /// A mark for these parts together.
    static String mark(Fence... fences) {
        StringBuilder all = new StringBuilder();
        for (Fence fence : fences) {
            fence.parts.forEach(part -> all.append(part.title()).append('\n').append(part.body()).append('\n'));
        }
        return PacketHash.sha256(all.toString()).substring(0, 10);
    }

    int tokens() {
        return TokenUsage.estimate(text("0123456789"));
    }

    /// @param mark one that no part contains
    String text(String mark) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("<<<").append(mark).append(' ').append(part.title()).append('\n').append(part.body()).append("\n>>>").append(mark).append("\n\n");
        }
        return text.toString();
    }
}
