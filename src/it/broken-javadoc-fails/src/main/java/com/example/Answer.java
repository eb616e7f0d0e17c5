package com.example;

/** Its value is that of {@link Question}, a class that nobody has written. */
public final class Answer {
    private Answer() {}

    public static int value() {
        return 42;
    }
}
