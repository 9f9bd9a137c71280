package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RecordBlocksTest {

    private static List<String> records(final RecordBlocks blocks) throws IOException {
        final var records = new ArrayList<String>();
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            assertTrue(block.records() > 0);
            for (int i = 0; i < block.records(); i++) {
                records.add(block.lines()[i] + ":" + new String(block.bytes(), block.starts()[i],
                    block.ends()[i] - block.starts()[i], StandardCharsets.UTF_8));
            }
        }
        return records;
    }

    private static RecordBlocks blocks(final String text, final int blockSize, final int longest) {
        return new RecordBlocks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), (byte)',', (byte)'\n',
            blockSize, longest);
    }

    @Test
    void recordsAndTheirLinesDoNotDependOnTheBlockSize() throws IOException {
        final var text = "a,b\r\n\n\"x\n\ny\",1\n\"he said \"\"no\n\"\"\",2\n5\" pipe,\"\",3\n,\"\"\"\"\né,last";
        final var expected = List.of("1:a,b", "2:", "3:\"x\n\ny\",1", "6:\"he said \"\"no\n\"\"\",2",
            "8:5\" pipe,\"\",3", "9:,\"\"\"\"", "10:é,last");
        for (int size = 1; size <= text.length() + 2; size++) {
            assertEquals(expected, records(blocks(text, size, 100)), "block size " + size);
        }
    }

    @Test
    void aLineEndAtTheEndOfTheFileMakesNoRecord() throws IOException {
        assertEquals(List.of("1:a", "2:b"), records(blocks("a\nb\n", 1, 10)));
        assertEquals(List.of(), records(blocks("", 1, 10)));
    }

    @Test
    void recordsThatAreTooLongAreRefusedByLineAfterThoseBefore() throws IOException {
        final var blocks = blocks("ab\nabcdefgh\nab\n", 2, 7);
        assertEquals(1, blocks.next().records());
        final var refusal = assertThrows(DamagedFileException.class, blocks::next);
        assertTrue(refusal.getMessage().startsWith("Line 2 is longer than 7 bytes"), refusal.getMessage());
        assertEquals(List.of("1:ab", "2:abcdefg"), records(blocks("ab\nabcdefg\n", 2, 7)));
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() throws IOException {
        for (final int longest : new int[]{8, 1000}) {
            final var blocks = blocks("ab\n\"abc\nabc\nabc\n", 2, longest);
            assertEquals(1, blocks.next().records());
            final var refusal = assertThrows(DamagedFileException.class, blocks::next);
            assertTrue(refusal.getMessage().startsWith("A quote that opens in line 2 is never closed"));
        }
    }

    @Test
    void damageComesAfterTheWholeRecordsBeforeIt() throws IOException {
        final var good = new ByteArrayInputStream("a\nb\nhal".getBytes(StandardCharsets.UTF_8));
        final var blocks = new RecordBlocks(new InputStream() {

            @Override
            public int read() throws IOException {
                final int value = good.read();
                if (value < 0) {
                    throw new DamagedFileException("cut off", null);
                }
                return value;
            }

            @Override
            public int read(final byte[] bytes, final int offset, final int length) throws IOException {
                bytes[offset] = (byte)read();
                return 1;
            }
        }, (byte)',', (byte)'\n', 100, 100);
        assertEquals(2, blocks.next().records());
        assertEquals("cut off", assertThrows(DamagedFileException.class, blocks::next).getMessage());
    }
}
