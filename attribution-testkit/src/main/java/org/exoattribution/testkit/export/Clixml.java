package org.exoattribution.testkit.export;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Scalar.Kind;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Export-Clixml writes into the {@link Node}s that its JSON would give: a record is an
 * object of its properties, a collection a list, and any other object the text that PowerShell
 * prints for it. A document type is refused and no entity but those of XML itself is known, so that
 * a file reaches nothing beyond itself.
 */
final class Clixml {
  private static final String ROOT = "Objs";
  private static final int DEEPEST = 100;

  /** How PowerShell writes what XML cannot hold, such as a line break: {@code _x000A_}. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final XMLInputFactory FACTORY = factory();

  private final String source;
  private final XMLStreamReader in;
  private final Map<String, Node> byReference = new HashMap<>();

  private Clixml(String source, XMLStreamReader in) {
    this.source = source;
    this.in = in;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The depth is bounded by this class; newer Javas have a bound and a message of their own.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }

  static boolean isClixml(String text) {
    return text.contains("<" + ROOT);
  }

  /** The records, as a list. */
  static Node parse(String source, String text) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
      try {
        return new Clixml(source, reader).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new ScenarioException(
          new SourceLocation(source, line),
          "not readable as Export-Clixml writes it: " + problem(e),
          e);
    }
  }

  /** The parser's message without its first line, which repeats where it is. */
  private static String problem(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return start < 0 ? message : message.substring(start + "Message: ".length());
  }

  private Node document() throws XMLStreamException {
    while (in.next() != XMLStreamConstants.START_ELEMENT) {
      if (in.getEventType() == XMLStreamConstants.DTD) {
        throw new ScenarioException(
            location(), "has a document type, which Export-Clixml never writes: expected none");
      }
    }
    SourceLocation at = location();
    if (!in.getLocalName().equals(ROOT)) {
      String given = Quoted.text("<" + in.getLocalName() + ">");
      throw new ScenarioException(
          at, given + " is not what Export-Clixml writes: expected <" + ROOT + ">");
    }
    List<Node> records = new ArrayList<>();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      Node node = value(true, 1);
      if (node instanceof Node.Items items) {
        records.addAll(items.nodes());
      } else if (!node.isNull()) {
        records.add(node);
      }
    }
    return new Node.Items(at, records);
  }

  /** The value of the element that begins here, to its end; a record is its properties. */
  private Node value(boolean isRecord, int depth) throws XMLStreamException {
    SourceLocation at = location();
    if (depth > DEEPEST) {
      throw new ScenarioException(at, "nested too deeply: expected at most " + DEEPEST + " levels");
    }
    return switch (in.getLocalName()) {
      case "Obj" -> object(at, isRecord, depth);
      case "Ref" -> reference(at);
      case "Nil" -> scalar(Kind.NULL, at);
      case "B" -> scalar(Kind.BOOLEAN, at);
      case "I16", "I32", "I64", "U16", "U32", "U64", "By", "SB", "Db", "Sg", "D" ->
          scalar(Kind.NUMBER, at);
      default -> scalar(Kind.TEXT, at);
    };
  }

  private Node scalar(Kind kind, SourceLocation at) throws XMLStreamException {
    String text = text();
    return new Node.Scalar(at, kind, kind == Kind.NULL ? "" : text);
  }

  private Node object(SourceLocation at, boolean isRecord, int depth) throws XMLStreamException {
    String id = in.getAttributeValue(null, "RefId");
    Optional<String> text = Optional.empty();
    @Nullable Node only = null;
    @Nullable List<Node> entries = null;
    List<Node.Field> properties = new ArrayList<>();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (in.getLocalName()) {
        case "TN", "TNRef", "DCT" -> text();
        case "ToString" -> text = Optional.of(text());
        case "Props", "MS" -> properties(properties, depth);
        case "LST", "IE", "QUE", "STK" -> entries = entries(isRecord, depth);
        default -> only = value(false, depth + 1);
      }
    }
    Node node;
    if (entries != null) {
      node = new Node.Items(at, entries);
    } else if (!properties.isEmpty() && (isRecord || text.filter(Clixml::isPlain).isEmpty())) {
      node = new Node.Fields(at, properties);
    } else if (text.isPresent()) {
      node = new Node.Scalar(at, Kind.TEXT, text.get());
    } else {
      node = only == null ? new Node.Fields(at, properties) : only;
    }
    if (id != null) {
      byReference.put(id, node);
    }
    return node;
  }

  /** Whether a text stands for the object, which PowerShell's own of properties does not. */
  private static boolean isPlain(String text) {
    return !text.isBlank() && !text.startsWith("@{");
  }

  private void properties(List<Node.Field> properties, int depth) throws XMLStreamException {
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      SourceLocation at = location();
      String name = in.getAttributeValue(null, "N");
      Node value = value(false, depth + 1);
      if (name != null) {
        properties.add(new Node.Field(at, unescaped(name), value));
      }
    }
  }

  private List<Node> entries(boolean areRecords, int depth) throws XMLStreamException {
    List<Node> entries = new ArrayList<>();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      entries.add(value(areRecords, depth + 1));
    }
    return entries;
  }

  /** What an object before was; one that is not complete yet is an object without properties. */
  private Node reference(SourceLocation at) throws XMLStreamException {
    String id = in.getAttributeValue(null, "RefId");
    text();
    Node known = id == null ? null : byReference.get(id);
    return known == null ? new Node.Fields(at, List.of()) : known;
  }

  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int open = 1; open > 0; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      } else if (event == XMLStreamConstants.CHARACTERS && open == 1) {
        text.append(in.getText());
      }
    }
    return unescaped(text.toString());
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char letter = (char) Integer.parseInt(match.group(1), 16);
              return Matcher.quoteReplacement(String.valueOf(letter));
            });
  }

  private SourceLocation location() {
    return new SourceLocation(source, in.getLocation().getLineNumber());
  }
}
