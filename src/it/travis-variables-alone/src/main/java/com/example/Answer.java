package com.example;

/** A class, for the sake of its class file's version. */
public final class Answer {
    private Answer() {}

    public static int toEverything() {
        return 42;
    }
}
