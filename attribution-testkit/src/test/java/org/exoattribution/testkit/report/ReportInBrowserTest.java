package org.exoattribution.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.cli.ReportPages;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a browser, wide and narrow; skipped where Chromium's driver is not installed, but
 * never in CI.
 */
class ReportInBrowserTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  @Timeout(120)
  void the_map_is_there_and_a_finding_leads_to_its_connector(int width) throws Exception {
    assumeTrue(
        Files.exists(Browser.driver()) || System.getenv("CI") != null,
        "no chromedriver (Debian: chromium-driver)");
    Path page = ReportPages.of("exports-example", folder);

    try (Browser browser = Browser.open(width, 900)) {
      browser.visit(page);

      assertThat(browser.run("return document.querySelectorAll('svg rect').length").asInt())
          .isGreaterThan(8);
      assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt())
          .as("how far the page is wider than the window")
          .isNotPositive();
      browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
      browser.click("a.where[href^='#connector-']");
      assertThat(browser.run("return document.querySelector('tr:target').id").asString())
          .startsWith("connector-");
      assertThat(browser.console()).isEmpty();
    }
  }
}
