package com.example.app;

/** Names the module. */
public final class Name {
    private Name() {}

    public static String get() {
        return "app";
    }
}
