package org.investmentpipeline.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between the JVMs that run tests at the same time: they share the packages of the build. */
record OneProcess(FileChannel file) implements AutoCloseable {

    /** Waits until no other JVM has the lock of this name. */
    static OneProcess of(Path name) throws IOException {
        var file = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return new OneProcess(file);
    }

    /** The operating system releases the lock with the file, also where the JVM is killed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
