package org.exoattribution.testkit.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A front door in a process of its own, with a small heap, that tells how full this is. */
final class MeasuredDoor implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final int port;

  private MeasuredDoor(Process process) throws IOException {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    port = Integer.parseInt(out.readLine());
  }

  /**
   * Starts it.
   *
   * @param heapMegabytes the most that its heap may have; beyond that it ends
   */
  static MeasuredDoor start(int heapMegabytes, Path spool) throws IOException {
    return new MeasuredDoor(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredDoor.class.getName(),
                spool.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  int port() {
    return port;
  }

  /** What is alive in its heap, in bytes. */
  long heap() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return Long.parseLong(out.readLine());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process: its port, and then for each line that it is sent a number of bytes. */
  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SmtpFrontDoor door = Street.door().spool(Path.of(args[0])).start()) {
      System.out.println(door.port());
      while (in.readLine() != null) {
        System.out.println(aliveBytes());
      }
    }
  }

  private static long aliveBytes() throws InterruptedException {
    WeakReference<Object> dead = new WeakReference<>(new Object());
    while (dead.get() != null) {
      System.gc();
      Thread.sleep(20);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
