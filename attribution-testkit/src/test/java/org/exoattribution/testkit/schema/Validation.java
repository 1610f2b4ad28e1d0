package org.exoattribution.testkit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** What a validator of JSON Schema says of a document. */
final class Validation {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Validation() {}

  /** The errors of a YAML document, which a JSON document is as well. */
  static List<String> errors(Schema schema, String document) {
    return errors(location(schema.fileName()), document, InputFormat.YAML);
  }

  /** The errors of a line of output. */
  static List<String> ofLine(String line) {
    return errors(location(Schema.OUTPUT.fileName()), line, InputFormat.JSON);
  }

  /** The errors of a schema itself. */
  static List<String> ofSchema(Schema schema) {
    return errors(
        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"),
        schema.text(),
        InputFormat.JSON);
  }

  private static SchemaLocation location(String file) {
    return SchemaLocation.of("classpath:org/exoattribution/testkit/schema/" + file);
  }

  private static List<String> errors(SchemaLocation schema, String document, InputFormat format) {
    return REGISTRY.getSchema(schema).validate(document, format).stream()
        .map(Error::toString)
        .toList();
  }
}
