package org.exoattribution.testkit.render.finding;

import java.util.List;

/**
 * How much is told of what a search found.
 *
 * @param full whether every finding is listed in text, where otherwise the first few of a kind are
 * @param explained whether each has its explanation
 */
public record Detail(boolean full, boolean explained) {
  /** Those that are listed one by one. */
  <T> List<T> listed(List<T> all, int most) {
    return full ? all : all.subList(0, Math.min(all.size(), most));
  }
}
