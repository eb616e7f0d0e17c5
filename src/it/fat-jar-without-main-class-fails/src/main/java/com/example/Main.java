package com.example;

import org.codehaus.plexus.util.IOUtil;

/** Prints where a class of the dependency is taken from that has another form for newer Javas. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(IOUtil.class.getResource("BaseIOUtil.class"));
    }
}
