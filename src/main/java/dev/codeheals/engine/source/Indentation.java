package dev.codeheals.engine.source;

import java.util.Arrays;

/// The open indentation levels, measured twice as CPython does: with tabs to the next multiple of eight and with tabs as one column.
/// Where the two measures disagree the order of lines depends on the width of a tab, which Python refuses.
final class Indentation {
    enum Step { SAME, DEEPER, SHALLOWER }

    private int[] columns = new int[8];
    private int[] alternates = new int[8];
    private int depth = 1;

    Step compare(int column) {
        int top = columns[depth - 1];
        return column == top ? Step.SAME : column > top ? Step.DEEPER : Step.SHALLOWER;
    }

    boolean isConsistent(int column, int alternate) {
        int index = depth - 1;
        return switch (compare(column)) {
            case SAME -> alternate == alternates[index];
            case DEEPER -> alternate > alternates[index];
            case SHALLOWER -> true;
        };
    }

    int column() {
        return columns[depth - 1];
    }

    int outerColumn() {
        return columns[depth - 2];
    }

    int depth() {
        return depth;
    }

    boolean hasLevel(int column) {
        for (int i = 0; i < depth; i++) {
            if (columns[i] == column) {
                return true;
            }
        }
        return false;
    }

    void push(int column, int alternate) {
        if (depth == columns.length) {
            columns = Arrays.copyOf(columns, depth * 2);
            alternates = Arrays.copyOf(alternates, depth * 2);
        }
        columns[depth] = column;
        alternates[depth++] = alternate;
    }

    void pop() {
        depth--;
    }
}
