package com.example.cli;

import com.example.core.Words;
import java.util.Comparator;
import java.util.Optional;

/** Prints the longest word of its arguments. */
public final class LongestWord {
    private LongestWord() {}

    static Optional<String> of(String text) {
        return Words.in(text).stream().max(Comparator.comparing(String::length));
    }

    public static void main(String[] args) {
        of(String.join(" ", args)).ifPresent(System.out::println);
    }
}
