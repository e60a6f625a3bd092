package org.investmentpipeline.backup;

import jakarta.enterprise.context.ApplicationScoped;
import org.investmentpipeline.http.LargeBodyPath;

/** A dump on its way into the service may be as large as the disk. */
@ApplicationScoped
class DumpUpload implements LargeBodyPath {
    @Override
    public String path() {
        return AdministrationResource.PATH + AdministrationResource.RESTORE;
    }
}
