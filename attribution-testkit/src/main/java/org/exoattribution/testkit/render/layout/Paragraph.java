package org.exoattribution.testkit.render.layout;

/** Lays out text in 80 columns with a hanging indent. */
public final class Paragraph {
  public static final int COLUMNS = 80;

  private Paragraph() {}

  /**
   * Appends the text and a line end. Lines break at spaces, and a word that fits on no line stays
   * whole, so that it can be copied.
   *
   * @param column how much of the first line is taken
   * @param indent where the further lines begin
   */
  public static StringBuilder append(StringBuilder out, int column, int indent, String text) {
    int at = column;
    boolean lineIsEmpty = true;
    for (String word : Printable.visible(text).split(" ", -1)) {
      int width = word.codePointCount(0, word.length());
      if (!lineIsEmpty && at + 1 + width > COLUMNS) {
        out.append('\n').append(" ".repeat(indent));
        at = indent;
        lineIsEmpty = true;
      }
      if (!lineIsEmpty) {
        out.append(' ');
        at++;
      }
      out.append(word);
      at += width;
      lineIsEmpty = false;
    }
    return out.append('\n');
  }

  /** Appends a line whose text stands behind a label, in this column. */
  public static StringBuilder labelled(StringBuilder out, int column, String label, String text) {
    out.append("  ").append(label).append(" ".repeat(column - 2 - label.length()));
    return append(out, column, column, text);
  }

  /** Appends a line that begins with a word, in a colour, for what comes of it. */
  public static void marked(
      StringBuilder out, String word, String coloured, int indent, String text) {
    out.append(coloured).append(' ');
    append(out, word.length() + 1, indent, text);
  }
}
