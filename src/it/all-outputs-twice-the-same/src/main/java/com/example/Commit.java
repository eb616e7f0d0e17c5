package com.example;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Prints the commit from which it was built. */
public final class Commit {
    private Commit() {}

    /**
     * Reads it from the class path.
     *
     * @return the commit's whole id
     * @throws IOException if the class path cannot be read
     */
    public static String id() throws IOException {
        Properties git = new Properties();
        try (InputStream in = Commit.class.getResourceAsStream("/git.properties")) {
            git.load(in);
        }
        return git.getProperty("git.commit.id.full");
    }

    /**
     * Prints it.
     *
     * @param args none
     * @throws IOException if the class path cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.out.println(id());
    }
}
