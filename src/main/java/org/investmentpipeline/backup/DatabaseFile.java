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
 * Copies the file of the embedded database while it is written to. H2's own statement for this, {@code BACKUP TO}, continues as long
 * as the file grows and may never end during writes; so this uses its internal interface, and stops at the initial end of the file.
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
     * Copies the file up to the end that it has when its head is read: all that the head
     * refers to is before that end, and no space before it is reused until the copy is done.
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
