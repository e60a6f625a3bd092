package org.investmentpipeline.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * The file of the embedded database, copied while it is written to. Its own statement for this, {@code BACKUP TO}, goes on as long
 * as the file grows, and while others write it may never end; so this asks beneath it, and stops where the file ended.
 */
final class DatabaseFile {
    private DatabaseFile() {}

    static void copy(Connection connection, OutputStream out) throws SQLException, IOException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var store = session.getDatabase().getStore();
        store.flush();
        var file = store.getMvStore().getFileStore();
        file.backup(new Plain(out, file::size));
        out.flush();
    }

    /**
     * Takes what the database means to pack as it is, up to the end that the file has when its head was read: all that the head
     * refers to stands before, and no space before is used again until the copy is done.
     */
    private static final class Plain extends ZipOutputStream {
        private static final int HEAD = 2 * 4096;

        private final OutputStream file;
        private final LongSupplier length;
        private long end = Long.MAX_VALUE;
        private long written;

        Plain(OutputStream file, LongSupplier length) {
            super(file);
            this.file = file;
            this.length = length;
        }

        @Override
        public void putNextEntry(ZipEntry entry) {}

        @Override
        public void closeEntry() {}

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            var wanted = (int) Math.min(count, end - written);
            file.write(bytes, from, wanted);
            written += wanted;
            if (end == Long.MAX_VALUE && written >= HEAD) {
                end = Math.max(written, length.getAsLong());
            }
        }
    }
}
