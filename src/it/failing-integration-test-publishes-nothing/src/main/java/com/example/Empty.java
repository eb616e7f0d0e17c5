package com.example;

/** Something to compile. */
public interface Empty {}
