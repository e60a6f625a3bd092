package org.investmentpipeline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.period.ClockProducer;
import org.investmentpipeline.support.cycle.one.First;
import org.investmentpipeline.support.cycle.other.Second;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that hold for the source as a whole. The list of levels is the map of the product. */
class ArchitectureTest {
    private static final String ROOT = "org.investmentpipeline";

    /** From left to right: a package imports only from levels to its left and, without cycles, from its own level. */
    static final List<Set<String>> LEVELS = List.of(
            Set.of("problem"),
            Set.of("input", "rest", "http", "openapi", "idempotency", "outage", "file"),
            Set.of("startup"),
            Set.of("money", "period", "ledger"),
            Set.of("security"),
            Set.of("catalogue"),
            Set.of("investor"),
            Set.of("query"),
            Set.of("project"),
            Set.of("list", "receipt", "issue", "milestone", "activity"),
            Set.of("figures"),
            Set.of("target"),
            Set.of("ranking"),
            Set.of("report", "schedule"),
            Set.of("spreadsheet", "backup"),
            Set.of("monitoring"));

    /** The most source files in a package, {@code package-info} not counted; one with more is split by subject. */
    private static final int LARGEST_PACKAGE = 15;

    private static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = describe(
            "written by hand",
            type -> !type.isAnnotatedWith("jakarta.annotation.Generated")
                    && !type.isAnnotatedWith("javax.annotation.processing.Generated")
                    && type.getInterfaces().stream()
                            .noneMatch(parent -> parent.toErasure().isAnnotatedWith("org.mapstruct.Mapper")));

    @Test
    void packagesImportOnlyFromTheLevelsToTheirLeft() {
        LEVELS.stream().flatMap(Set::stream).forEach(name -> onlyToTheLeft(name).check(PRODUCT));
    }

    @Test
    void everyPackageIsInTheListOfLevels() {
        assertEquals(List.of(), unlisted(LEVELS));
    }

    @Test
    void packagesAndTheirSubpackagesFormNoCycles() {
        NO_CYCLES.check(PRODUCT);
    }

    @Test
    void noPackageHasTooManyFiles() {
        assertEquals(List.of(), largerThan(LARGEST_PACKAGE));
    }

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<Arguments> HOUSE_RULES = List.of(
            rule("constructors inject, fields do not", noFields().should().beAnnotatedWith(Inject.class)),
            rule(
                    "only the clock's producer asks the machine for the time",
                    noClasses()
                            .that()
                            .doNotBelongToAnyOf(ClockProducer.class)
                            .should()
                            .callMethodWhere(readsTheMachinesTime())),
            rule(
                    "java.util.Date stays outside",
                    noClasses().should().dependOnClassesThat().areAssignableTo(Date.class)),
            rule(
                    "no class is named for what it is not",
                    classes()
                            .that(WRITTEN_BY_HAND)
                            .should()
                            .haveNameNotMatching(".*[.$](\\w*(Util|Utils|Helper|Manager|Base|Impl)|\\w*Common\\w*)")),
            rule(
                    "amounts are exact",
                    fields().should()
                            .notHaveRawType(double.class)
                            .andShould()
                            .notHaveRawType(float.class)
                            .andShould()
                            .notHaveRawType(Double.class)
                            .andShould()
                            .notHaveRawType(Float.class)),
            rule(
                    "entities neither enter nor leave through a resource",
                    methods()
                            .that(describe("answer a request", ArchitectureTest::answersRequests))
                            .should(notInvolveEntities())),
            rule(
                    "a POST returns a RestResponse, which is kept under its Idempotency-Key",
                    methods().that().areAnnotatedWith(POST.class).should().haveRawReturnType(RestResponse.class)));

    @ParameterizedTest(name = "{0}")
    @FieldSource("HOUSE_RULES")
    void theHouseRulesHold(String sentence, ArchRule rule) {
        rule.because(sentence).check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertEquals(List.of(), unmarked(PRODUCT));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("HOUSE_RULES")
    void eachHouseRuleCanFail(String sentence, ArchRule rule) {
        var offender = new ClassFileImporter().importClasses(Offender.class, OffenderManager.class);

        assertThrows(AssertionError.class, () -> rule.check(offender), sentence);
    }

    @Test
    void theListOfLevelsCanFail() {
        var wrongWay = onlyToTheLeft("period", List.of(Set.of("period"), Set.of("problem")));

        assertThrows(AssertionError.class, () -> wrongWay.check(PRODUCT));
        assertEquals(List.of("monitoring"), unlisted(LEVELS.subList(0, LEVELS.size() - 1)));
    }

    @Test
    void theRuleOfCyclesSeesSubpackages() {
        var cycle = new ClassFileImporter().importClasses(First.class, Second.class);

        assertThrows(AssertionError.class, () -> NO_CYCLES.check(cycle));
    }

    @Test
    void theRuleOfSizesCanFail() {
        assertTrue(largerThan(1).contains("money: 3"));
        assertFalse(largerThan(3).contains("money: 3"));
    }

    @Test
    void theRuleOfNullMarksCanFail() {
        var foreign = new ClassFileImporter().importClasses(JavaClass.class);

        assertEquals(List.of(JavaClass.class.getPackageName()), unmarked(foreign));
    }

    @Test
    void mappersAreRecognisedAsGenerated() {
        var generated = PRODUCT.get(ROOT + ".project.view.ProjectMapperImpl");

        assertFalse(WRITTEN_BY_HAND.test(generated));
        assertTrue(WRITTEN_BY_HAND.test(PRODUCT.get(ClockProducer.class)));
    }

    private static List<String> unlisted(List<Set<String>> levels) {
        var listed = levels.stream().flatMap(Set::stream).toList();
        return PRODUCT.getPackage(ROOT).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(name -> !listed.contains(name))
                .toList();
    }

    /** The packages with more source files than a number, each with its count. */
    private static List<String> largerThan(int most) {
        return PRODUCT.getPackage(ROOT).getSubpackagesInTree().stream()
                .map(each -> each.getName().substring(ROOT.length() + 1) + ": " + sourceFiles(each))
                .filter(each -> Integer.parseInt(each.substring(each.indexOf(' ') + 1)) > most)
                .toList();
    }

    private static long sourceFiles(JavaPackage each) {
        return each.getClasses().stream()
                .filter(WRITTEN_BY_HAND)
                .flatMap(type -> type.getSource().flatMap(Source::getFileName).stream())
                .filter(file -> !file.equals("package-info.java"))
                .distinct()
                .count();
    }

    private static List<String> unmarked(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
    }

    private static ArchRule onlyToTheLeft(String name) {
        return onlyToTheLeft(name, LEVELS);
    }

    private static ArchRule onlyToTheLeft(String name, List<Set<String>> levels) {
        var allowed = new ArrayList<String>();
        for (var level : levels) {
            level.forEach(each -> allowed.add(ROOT + "." + each + ".."));
            if (level.contains(name)) {
                break;
            }
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(describe(
                        "in a package to the right",
                        type -> resideInAPackage(ROOT + "..").test(type)
                                && allowed.stream()
                                        .noneMatch(
                                                left -> resideInAPackage(left).test(type))))
                .allowEmptyShould(true)
                .because("levels go from left to right: " + levels);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        return describe("reads the machine's time", call -> {
            var target = call.getTarget();
            var owner = target.getOwner();
            var now = target.getName().equals("now") && isWithoutClock(target);
            return (now && owner.getPackageName().equals("java.time"))
                    || (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
                    || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
        });
    }

    private static boolean isWithoutClock(AccessTarget.CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean answersRequests(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }

    private static ArchCondition<JavaMethod> notInvolveEntities() {
        return new ArchCondition<>("not involve entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(ArchitectureTest::isEntity)
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " involves the entity " + entity.getName())));
            }
        };
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(MappedSuperclass.class);
    }

    private static Arguments rule(String sentence, ArchRule rule) {
        return Arguments.of(sentence, rule);
    }

    /** Breaks every rule at once. */
    @SuppressWarnings({"unused", "JavaUtilDate"})
    private static class Offender {
        @Inject
        Clock clock;

        double amount;
        Date since = new Date();
        Instant now = Instant.now();
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);

        @jakarta.ws.rs.GET
        List<Sector> rows() {
            return List.of();
        }

        @POST
        String create() {
            return "";
        }
    }

    private static class OffenderManager {}
}
