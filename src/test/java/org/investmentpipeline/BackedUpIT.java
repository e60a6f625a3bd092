package org.investmentpipeline;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.Administered;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SharedService;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A backup that was made while officers worked brings back everything that was acknowledged before, by the documentation's own command. */
@Tag("packaged")
class BackedUpIT {
    private static final int OFFICERS = 4;
    private static final int BACKUPS_AT_ONCE = 3;
    private static final int BEFORE = 60;
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^cp old/backups/(pipeline-\\S+\\.mv\\.db) data/pipeline\\.mv\\.db$");
    private static final Pattern FILE = Pattern.compile("\"file\":\"(pipeline-[^\"/]+)\"");
    private static final Pattern KNOWN = Pattern.compile("\"knownAt\":\"([^\"]+)\"");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private record Taken(List<HttpResponse<String>> answers, Set<String> before, String figures) {
        HttpResponse<String> made() {
            return answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(answers.get(0).body()));
        }
    }

    @Test
    void aBackupTakenAmidWritesBringsBackAllThatWasAcknowledged() throws Exception {
        var old = TestDatabase.newDirectory();
        var service = PackagedService.start(Packages.h2(), Map.of("PIPELINE_DATA_DIR", old.toString()));
        var taken = backUpAmidWrites(service);
        service.kill();

        taken.answers.forEach(answer -> assertTrue(Set.of(201, 409).contains(answer.statusCode()), answer.body()));
        var file = found(FILE, taken.made().body());
        var backup = old.resolve("backups").resolve(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertTrue(
                taken.made().body().contains("\"size\":" + Files.size(backup)),
                taken.made().body());
        var data = restored(old, file);

        try (var again = PackagedService.start(Packages.h2(), Map.of("PIPELINE_DATA_DIR", data.toString()))) {
            var client = new Client(again.port());
            var there = client.follow(PATH + "?status=ACTIVE", 200).all("code");
            assertTrue(there.containsAll(taken.before), "acknowledged before, and lost");
            assertTrue(taken.before.size() >= BEFORE, "too little to prove anything");
            assertEquals(
                    taken.figures,
                    client.get(figures(found(KNOWN, taken.made().body())))
                            .expecting(200)
                            .text());
            client.post(PATH, draft("code", "after-the-restoration")).expecting(201);
            assertTrue(client.get("/api/v1/audit/verify").at("/intact").asBoolean());
        }
    }

    private Taken backUpAmidWrites(PackagedService service) {
        var stop = new AtomicBoolean();
        var works = new ArrayList<Callable<Object>>();
        IntStream.range(0, OFFICERS).forEach(any -> works.add(() -> work(service, stop)));
        works.add(() -> {
            try {
                return backUp(service);
            } finally {
                stop.set(true);
            }
        });
        return (Taken) AtOnce.all(works).get(OFFICERS);
    }

    private Object work(PackagedService service, AtomicBoolean stop) {
        var client = new Client(service.port());
        for (var i = 1; !stop.get(); i++) {
            var code = Fixtures.code("backup");
            client.post(PATH, draft("code", code, "investment", cny(Integer.toString(i * 1_000_003))))
                    .expecting(201);
            acknowledged.add(code);
        }
        return true;
    }

    private Taken backUp(PackagedService service) throws Exception {
        Eventually.within(Duration.ofMinutes(1), "there is work", () -> acknowledged.size() >= BEFORE);
        var administrator = new Administered(service);
        var before = Set.copyOf(acknowledged);
        var answers = AtOnce.all(IntStream.range(0, BACKUPS_AT_ONCE)
                .<Callable<HttpResponse<String>>>mapToObj(any -> administrator::backup)
                .toList());
        var taken = new Taken(answers, before, "");
        var figures = new Client(service.port())
                .get(figures(found(KNOWN, taken.made().body())))
                .expecting(200);
        return new Taken(answers, before, figures.text());
    }

    private static String figures(String knownAt) {
        return "/api/v1/totals?by=stage,size&knownAt=" + knownAt;
    }

    /** As docs/backup.md says, in a directory where the old data directory is called so. */
    private static Path restored(Path old, String file) throws Exception {
        var command = COMMAND.matcher(Files.readString(Path.of("docs", "backup.md")));
        assertTrue(command.find(), "the page does not say how to restore");
        var place = TestDatabase.newDirectory();
        Files.createSymbolicLink(place.resolve("old"), old);
        Files.createDirectory(place.resolve("data"));
        var copy = new ProcessBuilder(
                        command.group().replace(command.group(1), file).split(" "))
                .directory(place.toFile())
                .inheritIO()
                .start();
        assertEquals(0, copy.waitFor());
        return place.resolve("data");
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    @Test
    void aBackupThatCannotBeWrittenIsAProblemAndLeavesNothing() throws Exception {
        var administrator = new Administered(SharedService.h2().service());
        var backups = SharedService.h2().data().resolve("backups");
        Files.writeString(backups, "a file, where the directory should be");

        var refused = administrator.backup();

        assertEquals(503, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("/problems/unavailable"), refused.body());
        Files.delete(backups);
        var left = Files.createDirectory(backups).resolve("pipeline-20230101T000000.000Z.mv.db.part");
        Files.writeString(left, "what a killed process left");
        assertEquals(201, administrator.backup().statusCode());
        try (Stream<Path> files = Files.list(backups)) {
            assertEquals(1, files.count(), "the backup and nothing else");
        }
    }
}
