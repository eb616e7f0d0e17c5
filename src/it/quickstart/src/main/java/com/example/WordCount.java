package com.example;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts the words of a text, in any case. */
public final class WordCount {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private WordCount() {}

    public static Map<String, Long> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .collect(Collectors.groupingBy(MatchResult::group, TreeMap::new, Collectors.counting()));
    }

    public static void main(String[] args) {
        of(String.join(" ", args)).forEach((word, count) -> System.out.println(count + " " + word));
    }
}
