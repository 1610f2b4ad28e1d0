package org.exoattribution.testkit.render;

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
  public static void append(StringBuilder out, int column, int indent, String text) {
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
    out.append('\n');
  }
}
