package com.example.core;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, in its order. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Words() {}

    public static List<String> in(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
