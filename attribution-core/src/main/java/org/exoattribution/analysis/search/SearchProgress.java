package org.exoattribution.analysis.search;

/**
 * Watches a search, and may end it. Called from several threads, once the directories have been
 * prepared; an interrupt ends that too.
 */
public interface SearchProgress {
  /** Watches nothing. */
  SearchProgress NONE = (done, all) -> true;

  /**
   * Another part is done.
   *
   * @param done how many parts are done
   * @param all how many there are
   * @return whether to go on; otherwise the search ends with a CancellationException, as soon as
   *     the parts that are under way are done
   */
  boolean goOn(long done, long all);
}
