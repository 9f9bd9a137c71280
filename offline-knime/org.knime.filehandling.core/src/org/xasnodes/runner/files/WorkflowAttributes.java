package org.xasnodes.runner.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** The attributes of a workflow: neither file nor folder. */
record WorkflowAttributes(BasicFileAttributes folder) implements BasicFileAttributes {

    @Override
    public FileTime lastModifiedTime() {
        return folder.lastModifiedTime();
    }

    @Override
    public FileTime lastAccessTime() {
        return folder.lastAccessTime();
    }

    @Override
    public FileTime creationTime() {
        return folder.creationTime();
    }

    @Override
    public boolean isRegularFile() {
        return false;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public boolean isSymbolicLink() {
        return folder.isSymbolicLink();
    }

    @Override
    public boolean isOther() {
        return true;
    }

    @Override
    public long size() {
        return folder.size();
    }

    @Override
    public Object fileKey() {
        return folder.fileKey();
    }
}
