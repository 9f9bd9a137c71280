package org.xasnodes.runner.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel that is closed with its file system. */
final class RegisteredChannel implements SeekableByteChannel {

    private final PlatformFileSystem m_files;

    private final SeekableByteChannel m_channel;

    RegisteredChannel(final PlatformFileSystem files, final SeekableByteChannel channel) {
        m_files = files;
        m_channel = channel;
        files.registerCloseable(this);
    }

    @Override
    public int read(final ByteBuffer dst) throws IOException {
        return m_channel.read(dst);
    }

    @Override
    public int write(final ByteBuffer src) throws IOException {
        return m_channel.write(src);
    }

    @Override
    public long position() throws IOException {
        return m_channel.position();
    }

    @Override
    public SeekableByteChannel position(final long newPosition) throws IOException {
        m_channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return m_channel.size();
    }

    @Override
    public SeekableByteChannel truncate(final long size) throws IOException {
        m_channel.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return m_channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        try {
            m_channel.close();
        } finally {
            m_files.unregisterCloseable(this);
        }
    }
}
