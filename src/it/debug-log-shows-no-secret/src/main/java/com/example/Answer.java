package com.example;

/** Something to publish. */
public final class Answer {
    private Answer() {}

    public static int toEverything() {
        return 42;
    }
}
