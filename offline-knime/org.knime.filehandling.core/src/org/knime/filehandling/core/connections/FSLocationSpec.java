package org.knime.filehandling.core.connections;

import java.util.Optional;

/** Which file system a location belongs to. */
public interface FSLocationSpec {

    /** @return the name of the {@link FSCategory} */
    String getFileSystemCategory();

    /** @return what names the file system within its category, for example {@code knime.workflow} */
    Optional<String> getFileSystemSpecifier();

    /** @return the category */
    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }

    @Override
    String toString();
}
