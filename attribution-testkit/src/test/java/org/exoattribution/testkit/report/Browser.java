package org.exoattribution.testkit.report;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven by the WebDriver protocol. */
final class Browser implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process driver;
  private final String base;
  private String session = "";

  private Browser(Process driver, String base) {
    this.driver = driver;
    this.base = base;
  }

  /** The driver, if it is installed, as Debian's chromium-driver puts it. */
  static Path driver() {
    return Path.of("/usr/bin/chromedriver");
  }

  static Browser open(int width, int height) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(driver().toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Browser browser = new Browser(process, "http://localhost:" + port + "/session");
    try {
      browser.start(width, height);
    } catch (Exception e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private void start(int width, int height) throws Exception {
    List<String> arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    Map<String, Object> screen = Map.of("width", width, "height", height, "pixelRatio", 1.0);
    Map<String, Object> options =
        Map.of("args", arguments, "mobileEmulation", Map.of("deviceMetrics", screen));
    Map<String, Object> capabilities =
        Map.of(
            "browserName",
            "chrome",
            "goog:loggingPrefs",
            Map.of("browser", "ALL"),
            "goog:chromeOptions",
            options);
    Map<String, Object> request = Map.of("capabilities", Map.of("alwaysMatch", capabilities));
    for (int tries = 0; ; tries++) {
      try {
        session = "/" + send(base, request).get("sessionId").asString();
        return;
      } catch (IOException e) {
        if (tries == 100 || !driver.isAlive()) {
          throw e;
        }
        Thread.sleep(100); // it is still starting
      }
    }
  }

  void visit(Path file) throws Exception {
    send(base + session + "/url", Map.of("url", file.toUri().toString()));
  }

  /** The value of a script's return statement. */
  JsonNode run(String script) throws Exception {
    return send(base + session + "/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** Clicks the first element that the selector finds. */
  void click(String selector) throws Exception {
    JsonNode element =
        send(base + session + "/element", Map.of("using", "css selector", "value", selector));
    String id = element.values().iterator().next().asString();
    send(base + session + "/element/" + id + "/click", Map.of());
  }

  /** What the console has, errors of the policy too. */
  JsonNode console() throws Exception {
    return send(base + session + "/se/log", Map.of("type", "browser"));
  }

  private static JsonNode send(String uri, Map<String, ?> body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri))
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    String answer = HTTP.send(request, BodyHandlers.ofString()).body();
    JsonNode value = JsonMapper.shared().readTree(answer).get("value");
    if (value.isObject() && value.has("error")) {
      throw new IllegalStateException(answer);
    }
    return value;
  }

  @Override
  public void close() {
    if (!session.isEmpty()) {
      HttpRequest end = HttpRequest.newBuilder(URI.create(base + session)).DELETE().build();
      HTTP.sendAsync(end, BodyHandlers.discarding()).join();
    }
    driver.destroy();
    driver.onExit().join();
  }
}
