package io.ticketing.triage.analysis.gemini;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through, and fails with {@link AnswerTooLarge} when there are more. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream answer, long maxBytes) {
        super(answer);
        this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws AnswerTooLarge {
        left -= bytes;
        if (left < 0) {
            throw new AnswerTooLarge();
        }
    }
}
