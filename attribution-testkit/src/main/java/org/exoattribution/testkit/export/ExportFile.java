package org.exoattribution.testkit.export;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * A file of an export, whose shape and cmdlet are told by its content; by its name only what the
 * content leaves open.
 *
 * @param location the file
 * @param cmdlet whose output it is, if of any that matters
 * @param document what it holds; empty if it is empty or not read
 * @param unread what the file is that is not read, in words; empty if it is read or empty
 */
record ExportFile(
    SourceLocation location, Optional<Cmdlet> cmdlet, Optional<Node> document, String unread) {
  /** What Windows PowerShell's Set-Content writes in western countries. */
  private static final Charset ANSI = Charset.forName("windows-1252");

  /** A file that no name says to be an export is not one if it is larger, but a log or the like. */
  private static final long LARGEST = 64 << 20;

  private static final String CSV = "a CSV table, in which lists are lost";
  private static final String TABLE =
      "a table for the eye (Format-Table), in which properties are left out";
  private static final String MISREAD =
      "is neither UTF-8 nor UTF-16: read as windows-1252, letters beyond ASCII may be wrong";
  private static final String ODD =
      "is neither a property as Format-List prints it nor the rest of one; the line is left out;"
          + " export it again";
  private static final Pattern CSV_HEADER =
      Pattern.compile("(#TYPE .*)|((\"[^\"]*+\"|[\\w.-]++)([,;\\t](\"[^\"]*+\"|[\\w.-]*+))++)");

  /** Colours, which PowerShell 7 may leave in what it writes to a file. */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  private static final Pattern RULED = Pattern.compile("\\n *+-{2,}+( ++-{2,}+)*+ *+\\r?\\n");

  static ExportFile read(Path path, ImportLog log) {
    Optional<Cmdlet> named = Cmdlet.named(String.valueOf(path.getFileName()));
    if (named.isEmpty() && SourceFiles.size(path) > LARGEST) {
      SourceLocation location = SourceLocation.ofWhole(path.toString());
      return new ExportFile(location, named, Optional.empty(), "too large for an export");
    }
    return read(path, SourceFiles.bytes(path), log);
  }

  static ExportFile read(Path path, byte[] bytes, ImportLog log) {
    SourceLocation location = SourceLocation.ofWhole(path.toString());
    Optional<Cmdlet> named = Cmdlet.named(String.valueOf(path.getFileName()));
    Optional<String> encoded = decoded(bytes);
    String text = COLOUR.matcher(encoded.orElseGet(() -> new String(bytes, ANSI))).replaceAll("");
    String unread = unread(text);
    if (!unread.isEmpty() || text.isBlank()) {
      boolean told = unread.equals(CSV) || unread.equals(TABLE);
      Optional<Cmdlet> cmdlet = told ? Cmdlet.withProperties(text::contains) : Optional.empty();
      return new ExportFile(location, cmdlet.or(() -> named), Optional.empty(), unread);
    }
    try {
      List<SourceLocation> odd = new ArrayList<>();
      Optional<Node> document = parsed(location.file(), text, odd);
      Optional<Cmdlet> cmdlet = document.flatMap(ExportFile::told).or(() -> named);
      if (cmdlet.isPresent()) {
        if (encoded.isEmpty()) {
          log.warning(location, MISREAD);
        }
        odd.forEach(line -> log.gap(line, ODD));
      }
      return new ExportFile(location, cmdlet, document, "");
    } catch (ScenarioException e) {
      if (named.isPresent()) {
        throw e;
      }
      return new ExportFile(location, Optional.empty(), Optional.empty(), "not readable");
    }
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(SourceFiles.decode(bytes));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** What a text is that no reader here reads; empty if one does. */
  private static String unread(String text) {
    String start = text.stripLeading();
    String line = start.lines().findFirst().orElse("");
    if (text.indexOf('\0') >= 0 || start.startsWith("PK")) {
      return "no text";
    }
    if (start.startsWith("<")) {
      return Clixml.isClixml(start) ? "" : "XML or HTML, but not as Export-Clixml writes it";
    }
    if (start.startsWith("{") || start.startsWith("[") || FormatList.isFormatList(text)) {
      return "";
    }
    if (CSV_HEADER.matcher(line).matches()) {
      return CSV;
    }
    if (RULED.matcher(text).find()) {
      return TABLE;
    }
    boolean isJson =
        start.startsWith("\"") || start.strip().toLowerCase(Locale.ROOT).equals("null");
    return isJson || start.isEmpty() ? "" : "no export that is known here";
  }

  private static Optional<Node> parsed(String source, String text, List<SourceLocation> odd) {
    if (text.stripLeading().startsWith("<")) {
      return Optional.of(Clixml.parse(source, text));
    }
    if (FormatList.isFormatList(text)) {
      FormatList.Output output = FormatList.parse(source, text);
      odd.addAll(output.odd());
      return Optional.of(output.records());
    }
    return Documents.parse(source, text);
  }

  private static Optional<Cmdlet> told(Node document) {
    for (Node record : CmdletRecord.entriesOf(document)) {
      if (record instanceof Fields fields) {
        return Cmdlet.withProperties(mark -> fields.first(mark).isPresent());
      }
    }
    return Optional.empty();
  }
}
