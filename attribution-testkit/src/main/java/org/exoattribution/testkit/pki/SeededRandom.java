package org.exoattribution.testkit.pki;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/**
 * A stream of bytes that depends on its seed alone: SHA-256 of the seed and a counter. {@link
 * SecureRandom#setSeed} cannot serve here, because what it does differs between platforms.
 */
final class SeededRandom extends SecureRandom {

  private static final long serialVersionUID = 1L;

  SeededRandom(String seed) {
    super(new CounterStream(seed.getBytes(StandardCharsets.UTF_8)), null);
  }

  static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static final class CounterStream extends SecureRandomSpi {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private byte[] block = new byte[0];
    private int used;
    private long counter;

    CounterStream(byte[] seed) {
      this.seed = seed;
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        if (used == block.length) {
          block = sha256(ByteBuffer.allocate(8 + seed.length).putLong(counter++).put(seed).array());
          used = 0;
        }
        bytes[i] = block[used++];
      }
    }

    @Override
    protected byte[] engineGenerateSeed(int numBytes) {
      byte[] bytes = new byte[numBytes];
      engineNextBytes(bytes);
      return bytes;
    }

    /** Ignored: further entropy would make the stream unrepeatable. */
    @Override
    protected void engineSetSeed(byte[] more) {}
  }
}
