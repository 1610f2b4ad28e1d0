package org.exoattribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.analysis.observation.ObservationJudge;
import org.exoattribution.analysis.search.MisrouteSearch;
import org.exoattribution.analysis.sensitivity.SensitivityAnalysis;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.jqwik.AttributionArbitraries;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.smtp.SmtpFrontDoor;
import org.exoattribution.testkit.smtp.SmtpLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Null is nowhere in the API; who gives it all the same, from code that nothing checks, hears at
 * once which argument it was. Tried with every factory, constructor and method that takes
 * references; but for records of results, which nobody makes but the library, and assertions, which
 * are about what was got.
 */
class NullArgumentsTest {
  private static final Pattern NAMES_IT =
      Pattern.compile("\\w+|.*\"(this\\.)?\\w[\\w.]*\" is null");

  private static final Set<String> OF_THE_JDK = Set.of("equals", "valueOf");

  private static final Pattern RESULTS =
      Pattern.compile(
          ".*\\.(render|report|assertj)\\..*|.*(Outcome|Explanation|Incoming|Originating|Rejected|"
              + "SmtpReply|Finding|LintRule|Cause|Judgement.*|ObservationKind|Prediction|Misroute|"
              + "LawViolation|Change\\w*|Suppression|SourceLocation|TenantsImport|ObservedLines|Entry|Difference|ReceivedMessage|SmtpTransaction|Exception|World)");

  private static final String TEXT = "contoso";
  private static final Design DESIGN = SharedGatewayCase.byAddress();
  private static final AttributionEngine ENGINE = DESIGN.engine();
  private static final SimulatedConnection CONNECTION = SharedGatewayCase.betaMail();
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", Connections.AT);

  private static final List<Object> SAMPLES =
      List.of(
          TEXT,
          Connections.AT,
          Duration.ofSeconds(1),
          Clock.systemUTC(),
          Optional.empty(),
          Path.of("nowhere"),
          DomainName.parse("contoso.com"),
          IpAddress.parse("192.0.2.1"),
          RuleSet.CURRENT,
          Readings.defaults(),
          Readings.builder(),
          AcceptedDomain.parse("contoso.com"),
          SenderDomainPattern.parse("contoso.com"),
          SenderIpRange.parse("192.0.2.0/24"),
          TrustAnchors.none(),
          DESIGN,
          DESIGN.directory(),
          DESIGN.directory().tenants().iterator().next(),
          Tenant.builder("contoso"),
          OnPremisesConnector.builder("relay"),
          PartnerConnector.builder("partner"),
          SimulatedConnection.builder(),
          CONNECTION,
          SimulatedTransaction.of(CONNECTION, List.of()),
          ENGINE,
          AttributionEngine.builder(DESIGN.directory()),
          new CertificateEvaluator(TrustAnchors.none(), Readings.defaults()),
          Connections.certificate("mail.contoso.com"),
          Advisor.of(ENGINE),
          Linter.standard(),
          ObservationJudge.of(ENGINE),
          MisrouteSearch.in(ENGINE),
          SensitivityAnalysis.of(ENGINE),
          ROOT,
          CertificateTemplate.forHost("mail.contoso.com"),
          ROOT.issue(CertificateTemplate.forHost("mail.contoso.com")),
          SyntheticCertificate.named("mail.contoso.com"),
          DesignCoverage.of(DESIGN),
          AttributionArbitraries.worlds(),
          AttributionArbitraries.tenants(),
          AttributionArbitraries.directories(),
          SmtpFrontDoor.builder(ENGINE),
          SmtpLimits.defaults());

  @ParameterizedTest
  @ValueSource(strings = {"model", "core", "testkit"})
  void a_null_argument_is_named_at_once(String module) throws Exception {
    List<String> silent = new ArrayList<>();
    int tried = 0;
    for (Class<?> type : exported(module)) {
      for (Executable each : executables(type)) {
        for (int i = 0; i < each.getParameterCount(); i++) {
          if (!each.getParameterTypes()[i].isPrimitive()) {
            tried++;
            String said = said(each, i);
            if (!NAMES_IT.matcher(said).matches()) {
              silent.add(each + ", parameter " + (i + 1) + ": " + said);
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(tried).isGreaterThan(100);
  }

  private static List<Class<?>> exported(String module) throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (String line :
        Files.readAllLines(Path.of("../attribution-" + module, "exported-api.txt"))) {
      if (!line.startsWith(" ")) {
        Class<?> type = Class.forName(line.substring(line.indexOf(' ') + 1));
        if (!RESULTS.matcher(type.getName()).matches()) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static List<Executable> executables(Class<?> type) {
    List<Executable> executables = new ArrayList<>();
    for (Constructor<?> each : type.getConstructors()) {
      executables.add(each);
    }
    for (Method each : type.getDeclaredMethods()) {
      boolean open = Modifier.isPublic(each.getModifiers()) && !each.isSynthetic();
      boolean callable = Modifier.isStatic(each.getModifiers()) || sample(type) != null;
      if (open && callable && !OF_THE_JDK.contains(each.getName())) {
        executables.add(each);
      }
    }
    return executables;
  }

  private static String said(Executable executable, int nullAt)
      throws ReflectiveOperationException {
    Object[] arguments = new Object[executable.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == nullAt ? null : sample(executable.getParameterTypes()[i]);
    }
    try {
      if (executable instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) executable).invoke(sample(executable.getDeclaringClass()), arguments);
      }
      return "accepted in silence";
    } catch (InvocationTargetException e) {
      String message = String.valueOf(e.getCause().getMessage());
      if (message.startsWith("\"" + TEXT + "\" ")) {
        return "another"; // argument was refused before, for the sample is no such value
      }
      return e.getCause() instanceof NullPointerException
          ? message.replaceFirst("^null$", "no name")
          : "not a NullPointerException: " + e.getCause();
    }
  }

  private static @Nullable Object sample(Class<?> type) {
    if (type == int.class || type == long.class) {
      return 1;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == double.class) {
      return 1.0;
    }
    return SAMPLES.stream().filter(type::isInstance).findFirst().orElse(null);
  }
}
