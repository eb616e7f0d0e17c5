package io.github.artifactpublisher.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Several bytes of an array at once, the first in the lowest bits whatever the machine: one instruction where byte by
 * byte would be seven.
 */
final class Words {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static int four(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long eight(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void put(byte[] bytes, int at, long word) {
        LONG.set(bytes, at, word);
    }
}
