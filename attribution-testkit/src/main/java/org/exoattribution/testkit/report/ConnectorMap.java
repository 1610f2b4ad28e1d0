package org.exoattribution.testkit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.testkit.report.ConnectorTable.Row;

/** The drawing of sources, connectors and tenants, in three columns with lines between them. */
final class ConnectorMap {
  private static final int MOST_SHOWN = 60;
  private static final int LETTERS = 33;
  private static final int ROW = 34;
  private static final int TOP = 40;
  private static final int HEIGHT = 24;
  private static final int WIDTH = 250;
  private static final int[] COLUMNS = {10, 345, 680};

  private final ConnectorTable table;
  private final List<Row> rows;
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final Map<String, Integer> tenants = new LinkedHashMap<>();

  ConnectorMap(ConnectorTable table) {
    this.table = table;
    List<Row> shown = table.shown();
    this.rows = shown.subList(0, Math.min(MOST_SHOWN, shown.size()));
    for (Row row : rows) {
      row.sources().forEach(source -> sources.putIfAbsent(source, sources.size()));
      tenants.putIfAbsent(row.tenant().name(), tenants.size());
    }
  }

  /** What the template draws; without a connector nothing. */
  Map<String, Object> svg() {
    List<Object> nodes = new ArrayList<>();
    List<Object> lines = new ArrayList<>();
    sources.forEach(
        (source, y) -> nodes.add(node(0, y, source, "", table.isShared(source) ? "shared" : "")));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String kind = row.connector().enabled() ? table.standsOut(row) ? "found" : "" : "disabled";
      nodes.add(node(1, i, row.connector().name(), row.id(), kind));
      for (String source : row.sources()) {
        String shared = table.isShared(source) ? "shared" : "";
        lines.add(line(0, sources.getOrDefault(source, 0), i, shared));
      }
      lines.add(line(1, i, tenants.getOrDefault(row.tenant().name(), 0), ""));
    }
    for (Row row : rows) {
      Integer y = tenants.remove(row.tenant().name());
      if (y != null) {
        nodes.add(node(2, y, row.tenant().name(), table.tenantAnchor(row), ""));
      }
    }
    return Map.of(
        "nodes",
        nodes,
        "lines",
        lines,
        "height",
        TOP + ROW * Math.max(sources.size(), rows.size()),
        "left",
        table.shown().size() - rows.size(),
        "empty",
        rows.isEmpty());
  }

  private static Map<String, Object> node(
      int column, int y, String label, String anchor, String kind) {
    int top = TOP + ROW * y;
    String shown = label.length() > LETTERS ? label.substring(0, LETTERS - 1) + "…" : label;
    return Map.of(
        "x", COLUMNS[column],
        "y", top,
        "textX", COLUMNS[column] + 8,
        "textY", top + 16,
        "width", WIDTH,
        "height", HEIGHT,
        "label", shown,
        "full", label,
        "anchor", anchor,
        "kind", kind);
  }

  private static Map<String, Object> line(int column, int from, int to, String kind) {
    return Map.of(
        "x1", COLUMNS[column] + WIDTH,
        "y1", TOP + ROW * from + HEIGHT / 2,
        "x2", COLUMNS[column + 1],
        "y2", TOP + ROW * to + HEIGHT / 2,
        "kind", kind);
  }
}
