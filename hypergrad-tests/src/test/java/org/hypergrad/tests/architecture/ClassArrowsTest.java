package org.hypergrad.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What classes may use, and what they may be called.
class ClassArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(BuiltModule.all().stream().map(BuiltModule::classes).toList());

  private static final Set<String> EXPORTED =
      BuiltModule.all().stream()
          .flatMap(module -> module.descriptor().exports().stream())
          .map(Exports::source)
          .collect(Collectors.toSet());

  private static final String API = "org.hypergrad";
  private static final String[] API_AND_JAVA = {
    API,
    "org.hypergrad.autograd..",
    "org.hypergrad.optim..",
    "org.hypergrad.registry..",
    "org.hypergrad.spi..",
    "java.."
  };
  private static final String ENGINE = "org.hypergrad.engine..";
  private static final String OPS = "org.hypergrad.ops..";
  private static final String KERNELS = "org.hypergrad.kernels..";
  private static final String NN = "org.hypergrad.nn..";
  private static final String VIZ = "org.hypergrad.viz..";
  private static final String BOARD = "org.hypergrad.board..";
  private static final String TCK = "org.hypergrad.tck..";
  private static final String DEMO = "org.hypergrad.demo..";

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void the_api_knows_nobody() {
    check(
        classes()
            .that()
            .resideInAnyPackage(API_AND_JAVA)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API_AND_JAVA));
  }

  @Test
  void providers_and_networks_know_the_api_but_not_each_other() {
    String[] parts = {ENGINE, OPS, KERNELS, NN, VIZ, TCK, BOARD, DEMO};
    for (String part : new String[] {ENGINE, OPS, KERNELS, NN, VIZ, TCK}) {
      String[] others =
          Set.of(parts).stream().filter(other -> !other.equals(part)).toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage(part)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .allowEmptyShould(true));
    }
  }

  @Test
  void jgrapht_lives_in_the_engine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jgrapht.."));
  }

  @Test
  void slf4j_lives_in_the_engine_and_logback_and_picocli_in_the_demo() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ENGINE, DEMO)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(DEMO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ch.qos.logback..", "picocli.."));
  }

  @Test
  void the_vector_api_lives_in_the_vector_kernels() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(KERNELS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.."));
  }

  @Test
  void nobody_uses_the_desktop_or_the_inside_of_the_jdk() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.awt..", "javax.swing..", "sun..", "com.sun..", "jdk.internal..")
                    .and(resideOutsideOfPackage("com.sun.net.httpserver")))); // a documented API
  }

  @Test
  void only_the_program_writes_to_the_console() {
    check(
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "a library logs; only the demo prints, through picocli or IO.println"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(DEMO)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.IO"));
  }

  @Test
  void nobody_loads_classes_by_name_or_opens_private_members() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                describe(
                    "Class.forName or setAccessible",
                    call ->
                        call.getTarget().getName().equals("setAccessible")
                            || call.getTarget().getName().equals("forName")
                                && call.getTargetOwner().isEquivalentTo(Class.class))));
  }

  @Test
  void what_is_exported_speaks_only_of_what_is_exported() {
    Predicate<JavaClass> hidden =
        type -> type.getPackageName().startsWith(API) && !EXPORTED.contains(type.getPackageName());
    check(
        classes()
            .that()
            .resideInAnyPackage(EXPORTED.toArray(String[]::new))
            .and()
            .arePublic()
            .should(PublicSignatures.notMention(describe("a hidden type", hidden))));
  }

  @Test
  void names_say_what_a_class_is() {
    check(
        classes()
            .that(are(describe("top-level", JavaClass::isTopLevelClass)))
            .should()
            .haveNameNotMatching(".*\\.(Abstract\\w*|\\w*(Impl|Manager|Utils?|Utilities|Helper))")
            .because("Impl, Manager, Util and Abstract say nothing about it"));
  }

  @Test
  void public_fields_are_constants() {
    check(fields().that().arePublic().should().beStatic().andShould().beFinal());
  }
}
