package com.example.library;

/** Names the module. */
public final class Name {
    private Name() {}

    public static String get() {
        return "library";
    }
}
