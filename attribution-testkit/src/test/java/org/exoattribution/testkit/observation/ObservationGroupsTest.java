package org.exoattribution.testkit.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterators;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.ObservationJudge;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.junit.jupiter.api.Test;

class ObservationGroupsTest {
  private static final String COLUMNS =
      "source,event_id,recipient_address,return_path,tenant_id,custom_data\n";
  private static final ObservationJudge JUDGE =
      ObservationJudge.of(
          AttributionEngine.of(
              TenantDirectory.of(
                  Tenant.builder("contoso")
                      .tenantId("5b2f")
                      .acceptedDomains("contoso.com")
                      .build())));

  /** Rows that are made as they are read: no more of the trace is ever in memory. */
  private static InputStream trace(int rows) {
    Iterator<InputStream> lines =
        Stream.concat(Stream.of(COLUMNS), IntStream.range(0, rows).mapToObj(i -> row(i)))
            .map(
                line ->
                    (InputStream) new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
            .iterator();
    Enumeration<InputStream> streams = Iterators.asEnumeration(lines);
    return new SequenceInputStream(streams);
  }

  private static String row(int i) {
    return "SMTP,RECEIVE,user"
        + i
        + "@contoso.com,sender"
        + i
        + "@example"
        + i
        + ".net,5b2f,"
        + "S:ProxiedClientIPAddress=198.51.100."
        + i % 3
        + ";S:FromEntity=Internet\n";
  }

  @Test
  void equal_rows_of_a_long_trace_are_judged_once_and_counted() {
    ObservationGroups groups = ObservationGroups.of(JUDGE);

    Read.READER.read("trace.csv", trace(30_000), Path.of(""), new Sink(groups));

    assertThat(groups.groups()).hasSize(3);
    assertThat(groups.groups().get(0).count()).isEqualTo(10_000);
    assertThat(groups.groups().get(0).first().location()).hasToString("trace.csv:2");
    assertThat(groups.count(Judgement.Kind.AGREES)).isEqualTo(30_000);
  }

  private record Sink(ObservationGroups groups) implements ObservationSink {
    @Override
    public void observed(Sighting sighting) {
      groups.add(sighting);
    }

    @Override
    public void sentByMailbox(SourceLocation location) {
      throw new AssertionError(location);
    }

    @Override
    public void unreadable(ScenarioException problem) {
      throw problem;
    }
  }
}
