package com.example;

public final class Answer {
    private Answer() {}

    public static int value() {
        return 42;
    }
}
