package org.exoattribution.testkit.render.json;

import java.io.Writer;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import tools.jackson.core.JsonGenerator;

/**
 * Writes attributions as JSON Lines, many to one writer and without a string in between. Nothing is
 * sure to have reached the writer before {@link #flush} or {@link #close}; the writer stays open.
 */
public final class AttributionJsonLines implements AutoCloseable {
  private final JsonGenerator generator;
  private final boolean partial;
  private final StringBuilder line = new StringBuilder();

  /** Lines into the writer, about tenants that are complete. */
  public AttributionJsonLines(Writer out) {
    this(out, PartialNotice.NONE);
  }

  /** Lines into the writer, each of which says so if the tenants lack something. */
  public AttributionJsonLines(Writer out, PartialNotice notice) {
    this.generator = Json.MAPPER.createGenerator(out);
    this.partial = notice.isPartial();
  }

  /** The line of one recipient. */
  public void write(String connection, Attribution attribution) {
    if (partial) {
      write(ResultLine.of(connection, attribution, null));
    } else {
      line.setLength(0);
      ResultLine.write(line, connection, attribution);
      generator.writeRaw(line.append('\n').toString());
    }
  }

  /** The line of one recipient, with the explanation. */
  public void write(String connection, Explanation explanation) {
    write(ResultLine.of(connection, explanation.attribution(), Reasons.of(explanation)));
  }

  /** The line of one recipient, with the explanation, the changes and what the result rests on. */
  public void write(String connection, ResultDetails details) {
    write(ResultLine.of(connection, details.attribution(), Reasons.of(details)));
  }

  private void write(ResultLine line) {
    Json.MAPPER.writeValue(generator, Json.noted(line, partial));
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
