package com.example;

/** Prints the answer. */
public final class Question {
    private Question() {}

    /**
     * Prints it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(Answer.toEverything());
    }
}
