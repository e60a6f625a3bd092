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
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that hold for the source as a whole. The list of levels is the map of the product. */
class ArchitectureTest {
    private static final String ROOT = "org.investmentpipeline";

    /** From left to right: a package imports only from levels to its left and, without cycles, from its own level. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("api"),
            Set.of("startup"),
            Set.of("money", "period"),
            Set.of("security"),
            Set.of("catalogue"),
            Set.of("investor"),
            Set.of("project"),
            Set.of("milestone", "capital", "activity", "issue"),
            Set.of("figures"),
            Set.of("target"),
            Set.of("ranking"),
            Set.of("report", "exchange"),
            Set.of("operation"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
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
    void everyPackageStandsInTheList() {
        var listed = LEVELS.stream().flatMap(Set::stream).toList();

        var unlisted = PRODUCT.getPackage(ROOT).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(name -> !listed.contains(name))
                .toList();

        assertEquals(List.of(), unlisted);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
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
                            .should(notInvolveEntities())));

    @ParameterizedTest(name = "{0}")
    @FieldSource("HOUSE_RULES")
    void theHouseRulesHold(String sentence, ArchRule rule) {
        rule.because(sentence).check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = PRODUCT.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), unmarked);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("HOUSE_RULES")
    void eachHouseRuleCanFail(String sentence, ArchRule rule) {
        var offender = new ClassFileImporter().importClasses(Offender.class, OffenderManager.class);

        assertThrows(AssertionError.class, () -> rule.check(offender), sentence);
    }

    @Test
    void theListOfLevelsCanFail() {
        var wrongWay = onlyToTheLeft("period", List.of(Set.of("period"), Set.of("api")));

        assertThrows(AssertionError.class, () -> wrongWay.check(PRODUCT));
    }

    @Test
    void mappersAreRecognisedAsGenerated() {
        var generated = PRODUCT.get(ROOT + ".catalogue.CatalogueMapperImpl");

        assertFalse(WRITTEN_BY_HAND.test(generated));
        assertTrue(WRITTEN_BY_HAND.test(PRODUCT.get(ClockProducer.class)));
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
    }

    private static class OffenderManager {}
}
