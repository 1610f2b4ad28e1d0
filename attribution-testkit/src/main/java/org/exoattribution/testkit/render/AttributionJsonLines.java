package org.exoattribution.testkit.render;

import java.io.Writer;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import tools.jackson.core.JsonGenerator;

/**
 * Writes attributions as JSON Lines, many to one writer and without a string in between. Nothing is
 * sure to have reached the writer before {@link #flush} or {@link #close}; the writer stays open.
 */
public final class AttributionJsonLines implements AutoCloseable {
  private final JsonGenerator generator;

  /** Lines into the writer. */
  public AttributionJsonLines(Writer out) {
    this.generator = Json.generator(out);
  }

  /** The line of one recipient. */
  public void write(String connection, Attribution attribution) {
    AttributionJson.write(generator, connection, attribution, g -> {});
    generator.writeRaw('\n');
  }

  /** The line of one recipient, with the explanation. */
  public void write(String connection, Explanation explanation) {
    AttributionJson.write(
        generator, connection, explanation.attribution(), AttributionJson.explained(explanation));
    generator.writeRaw('\n');
  }

  /** The line of one recipient, with the explanation, the changes and what the result rests on. */
  public void write(String connection, ResultDetails details) {
    AttributionJson.write(
        generator, connection, details.attribution(), AttributionJson.explained(details));
    generator.writeRaw('\n');
  }

  /** Hands everything to the writer, and flushes that. */
  public void flush() {
    generator.flush();
  }

  @Override
  public void close() {
    generator.close();
  }
}
