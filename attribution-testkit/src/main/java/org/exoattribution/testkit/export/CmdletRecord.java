package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.model.Forest;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Field;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * A record as a cmdlet prints it and ConvertTo-Json writes it: property names in any letter case,
 * Booleans as text, a list of one as its only value, and values wrapped in objects of their own.
 */
final class CmdletRecord {
  /**
   * Properties that hold the value of an object: of PowerShell's, an address's, an address range's,
   * a domain's. A domain with its subdomains is whole in its address alone.
   */
  private static final List<String> WRAPPERS =
      List.of("value", "ipaddresstostring", "expression", "address", "domain");

  /** Every record has it; it begins with the forest that holds the organization. */
  private static final String ORGANIZATION = "OrganizationId";

  private static final Pattern FOREST =
      Pattern.compile(
          "([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.prod\\.outlook\\.com)/.*",
          Pattern.CASE_INSENSITIVE);

  private final Cmdlet cmdlet;
  private final SourceLocation location;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final List<Field> repeated = new ArrayList<>();
  private final ImportLog log;

  CmdletRecord(Fields record, Cmdlet cmdlet, ImportLog log) {
    this.cmdlet = cmdlet;
    this.location = record.location();
    this.log = log;
    for (Field field : record.fields()) {
      if (fields.putIfAbsent(key(field.key()), field) != null) {
        repeated.add(field);
      }
    }
  }

  private static String key(String property) {
    return property.toLowerCase(Locale.ROOT);
  }

  SourceLocation location() {
    return location;
  }

  /** The value; empty if it is missing, null, or an empty text. */
  Optional<Node> get(String property) {
    Field field = fields.get(key(property));
    return field == null || isAbsent(field.value()) ? Optional.empty() : Optional.of(field.value());
  }

  SourceLocation locationOf(String property) {
    Field field = fields.get(key(property));
    return field == null ? location : field.location();
  }

  /**
   * A text that plays no part in attribution; empty if it is missing or empty, or is none, which is
   * reported.
   */
  Optional<String> text(String property, String consequence) {
    Optional<Node> value = get(property);
    Optional<String> text = value.flatMap(CmdletRecord::textOf);
    if (value.isPresent() && text.isEmpty()) {
      log.harmless(
          value.get().location(),
          property + " is " + value.get().shown() + ": expected a text",
          consequence);
    }
    return text;
  }

  /** True or false, also as text; reported and as if absent if it is neither. */
  boolean flag(String property, boolean absent) {
    Optional<Node> value = get(property);
    String text = value.flatMap(CmdletRecord::scalarOf).map(Scalar::text).orElse("");
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return text.equalsIgnoreCase("true");
    }
    value.ifPresent(
        node ->
            log.fault(
                node.location(),
                property + " is " + node.shown() + ": expected true or false",
                "the default, " + absent + ", is used"));
    return absent;
  }

  /** The forest of the first of the records that tells it (FOR-1). */
  static Optional<Forest> forestOf(Node records) {
    for (Node record : entriesOf(records)) {
      Optional<String> id =
          record instanceof Fields fields
              ? fields.first(ORGANIZATION).flatMap(CmdletRecord::textOf)
              : Optional.empty();
      Matcher forest = FOREST.matcher(id.orElse(""));
      if (forest.matches()) {
        return Optional.of(Forest.parse(forest.group(1)));
      }
    }
    return Optional.empty();
  }

  List<Node> list(String property) {
    return get(property).map(CmdletRecord::entriesOf).orElse(List.of());
  }

  void reportOthers() {
    for (Field field : fields.values()) {
      boolean known = isAmong(cmdlet.used(), field) || isAmong(cmdlet.shown(), field);
      if (!known && !field.key().equalsIgnoreCase(ORGANIZATION)) {
        log.ignoredProperty(field.location(), cmdlet, field.key());
      }
    }
    for (Field field : repeated) {
      if (isAmong(cmdlet.used(), field)) {
        log.fault(
            field.location(),
            Quoted.text(field.key()) + " is given twice in one record: expected it once",
            "the first value is used");
      }
    }
  }

  private static boolean isAmong(List<String> properties, Field field) {
    return properties.stream().anyMatch(field.key()::equalsIgnoreCase);
  }

  /**
   * The records or entries of a list: of a list proper, of PowerShell's {@code {"value":[...],
   * "Count":n}}, or a single one. One text may hold several entries, none of which has commas or
   * blanks in it.
   */
  static List<Node> entriesOf(Node node) {
    Node list =
        node instanceof Fields fields && wrapped(fields) instanceof Items items ? items : node;
    List<Node> entries = new ArrayList<>();
    if (list instanceof Items items) {
      entries.addAll(items.nodes());
    } else if (list instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT) {
      for (String part : scalar.text().trim().split("[,\\s]+", -1)) {
        entries.add(new Scalar(scalar.location(), Scalar.Kind.TEXT, part));
      }
    } else {
      entries.add(list);
    }
    entries.removeIf(CmdletRecord::isAbsent);
    return entries;
  }

  /** The text of a value, or of the object that wraps it; empty if there is none. */
  static Optional<String> textOf(Node node) {
    return scalarOf(node)
        .filter(scalar -> scalar.kind() != Scalar.Kind.BOOLEAN && !scalar.isNull())
        .map(scalar -> scalar.text().trim());
  }

  private static Optional<Scalar> scalarOf(Node node) {
    Node value = node instanceof Fields object ? wrapped(object) : node;
    return value instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The value in an object that only wraps it, a text before anything else; or the object. */
  private static Node wrapped(Fields object) {
    Node found = object;
    for (String wrapper : WRAPPERS) {
      for (Field field : object.fields()) {
        if (wrapper.equals(key(field.key())) && !field.value().isNull()) {
          if (field.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT) {
            return scalar;
          }
          found = found == object ? field.value() : found;
        }
      }
    }
    return found;
  }

  private static boolean isAbsent(Node node) {
    return node.isNull() || (node instanceof Scalar scalar && scalar.text().isBlank());
  }
}
