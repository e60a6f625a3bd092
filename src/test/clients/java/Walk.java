import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pipeline.client.ApiClient;
import pipeline.client.ApiException;
import pipeline.client.api.CataloguesApi;
import pipeline.client.api.FiguresApi;
import pipeline.client.api.ImportsApi;
import pipeline.client.api.ProjectsApi;
import pipeline.client.api.UsersApi;
import pipeline.client.model.Agreement;
import pipeline.client.model.CatalogueEntryDraft;
import pipeline.client.model.ImportHeading;
import pipeline.client.model.Interval;
import pipeline.client.model.InvestmentDraft;
import pipeline.client.model.ListedProject;
import pipeline.client.model.MoveDraft;
import pipeline.client.model.NameDraft;
import pipeline.client.model.Problem;
import pipeline.client.model.Project;
import pipeline.client.model.ProjectDraft;
import pipeline.client.model.ProjectPage;
import pipeline.client.model.ProjectPatch;
import pipeline.client.model.Stage;
import pipeline.client.model.TokenDraft;
import pipeline.client.model.Violation;

/** A walk through the service with the generated client. */
class Walk {
    private static final String SERVICE = System.getenv().getOrDefault("SERVICE", "http://127.0.0.1:8080");
    private static final Stage SIGNED = Stage.SIGNED;

    private final ApiClient client;
    private final String token;
    private final ProjectsApi projects;
    private final FiguresApi figures;

    private Walk(String token) {
        this.client = client("Bearer " + token);
        this.token = token;
        this.projects = new ProjectsApi(client);
        this.figures = new FiguresApi(client);
    }

    private static ApiClient client(String authorization) {
        var client = new ApiClient();
        client.updateBaseUri(SERVICE);
        client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        return client;
    }

    static Walk signIn(String username, String password) throws ApiException {
        var credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        var basic = client("Basic " + Base64.getEncoder().encodeToString(credentials));
        var request = UsersApi.APICreateTokenRequest.newBuilder()
                .tokenDraft(new TokenDraft().name("report"))
                .build();
        return new Walk(new UsersApi(basic).createToken(request).getToken());
    }

    private record Registered(Project project, boolean replayed) {}

    private Registered register(String name, String zone, String amount) throws ApiException {
        var draft = new ProjectDraft()
                .name(name)
                .zone(zone)
                .officer("李敏")
                .stages(Map.of("UNDER_NEGOTIATION", LocalDate.of(2023, 1, 5)))
                .investment(new InvestmentDraft().amount(new BigDecimal(amount)).currency("CNY"));
        var answer = projects.createProjectWithHttpInfo(ProjectsApi.APICreateProjectRequest.newBuilder()
                .projectDraft(draft)
                .idempotencyKey("key-" + name)
                .build());
        var replayed = answer.getHeaders().getOrDefault("idempotent-replayed", List.of("false"));
        return new Registered(answer.getData(), replayed.contains("true"));
    }

    private Project sign(Long id, Agreement agreement) throws ApiException {
        return projects.moveProject(ProjectsApi.APIMoveProjectRequest.newBuilder()
                .id(id)
                .moveDraft(new MoveDraft().to(SIGNED).on(LocalDate.of(2023, 6, 28)).agreement(agreement))
                .build());
    }

    private String rename(Long id, String name) throws Exception {
        var read = projects.getProjectWithHttpInfo(
                ProjectsApi.APIGetProjectRequest.newBuilder().id(id).build());
        var tag = read.getHeaders().get("etag").get(0);
        // A member that is set to null is removed, one that is not set stays.
        var patched = patch(id, tag, new ProjectPatch().name(name).officer(null));
        try {
            patch(id, tag, new ProjectPatch().name("late"));
        } catch (ApiException refusal) {
            return patched.getName() + ", officer " + patched.getOfficer() + "; then "
                    + problem(refusal).getType();
        }
        throw new AssertionError("an old ETag was taken");
    }

    private Project patch(Long id, String tag, ProjectPatch patch) throws ApiException {
        return projects.patchProject(ProjectsApi.APIPatchProjectRequest.newBuilder()
                .id(id)
                .ifMatch(tag)
                .projectPatch(patch)
                .build());
    }

    private Problem problem(ApiException refusal) throws Exception {
        return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }

    private String listed(String zone) throws ApiException {
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var page = projects.listProjects(ProjectsApi.APIListProjectsRequest.newBuilder()
                    .zone(List.of(zone))
                    .sort("name")
                    .limit(2)
                    .cursor(cursor)
                    .build());
            page.getItems().forEach(project -> names.add(project.getName()));
            cursor = page.getNext();
        } while (cursor != null);
        return String.join(" ", names);
    }

    /** A link is a path with its query, and is sent as it is. */
    private String follow(String link) {
        try {
            var request = HttpRequest.newBuilder(URI.create(SERVICE + link)).header("Authorization", "Bearer " + token);
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            return client.getObjectMapper().readValue(answer.body(), ProjectPage.class).getItems().stream()
                    .map(ListedProject::getName)
                    .collect(Collectors.joining(" "));
        } catch (Exception unreadable) {
            throw new IllegalStateException(link, unreadable);
        }
    }

    private String signed(String zone) throws ApiException {
        var question = FiguresApi.APIGetTotalsRequest.newBuilder()
                .by("stage,size")
                .asOf(LocalDate.of(2023, 6, 30))
                .stage(List.of(SIGNED))
                .zone(List.of(zone));
        var totals = figures.getTotals(question.build());
        if (!figures.getTotals(question.knownAt(totals.getKnownAt()).build()).equals(totals)) {
            throw new AssertionError("a figure is not repeated");
        }
        return totals.getRows().stream()
                .filter(row -> row.getCount() > 0)
                .map(row -> "%s %s %d %s: %s"
                        .formatted(
                                row.getStage(),
                                row.getSize(),
                                row.getCount(),
                                row.getInvestment().toPlainString(),
                                follow(row.getProjects())))
                .collect(Collectors.joining("; "));
    }

    private String flows(String zone) throws ApiException {
        var flows = figures.getFlows(FiguresApi.APIGetFlowsRequest.newBuilder()
                .period("2023-H1")
                .interval(Interval.QUARTER)
                .compare("previous-year")
                .zone(List.of(zone))
                .build());
        var quarters = flows.getSeries().stream()
                .map(each -> each.getInterval() + " " + each.getTotal().getCount())
                .collect(Collectors.joining(", "));
        return quarters + "; " + flows.getTotal().getInvestment().toPlainString();
    }

    private String imported(boolean dryRun) throws ApiException {
        var report = new ImportsApi(client)
                .importLedger(ImportsApi.APIImportLedgerRequest.newBuilder()
                        ._file(new File("ledger.csv"))
                        .asOf(LocalDate.of(2023, 6, 30))
                        .createMissing(true)
                        .dryRun(dryRun)
                        .build());
        return "%d new, %d as they were, %s"
                .formatted(
                        report.getCreated(),
                        report.getUnchanged(),
                        report.getHeadings().stream()
                                .map(ImportHeading::getField)
                                .toList());
    }

    public static void main(String[] arguments) throws Exception {
        var walk = signIn("admin", System.getenv("PASSWORD"));
        var zone = new CataloguesApi(walk.client)
                .createZone(CataloguesApi.APICreateZoneRequest.newBuilder()
                        .catalogueEntryDraft(
                                new CatalogueEntryDraft().code("wanbei").name(new NameDraft().zh("皖北片区")))
                        .build())
                .getCode();

        var first = walk.register("a", zone, "9999999999999.99");
        var again = walk.register("a", zone, "9999999999999.99");
        var once = first.project.getId().equals(again.project.getId()) && !first.replayed && again.replayed;
        System.out.println("registered once: " + once + " "
                + first.project.getInvestment().getAmount().toPlainString());
        walk.register("b", zone, "0.10");
        walk.register("c", zone, "0.20");
        walk.register("d", zone, "1000000");

        try {
            walk.sign(first.project.getId(), null);
        } catch (ApiException refusal) {
            var problem = walk.problem(refusal);
            var fields = problem.getViolations().stream().map(Violation::getField).toList();
            System.out.println("refused: " + problem.getType() + " " + fields);
        }
        var moved = walk.sign(first.project.getId(), Agreement.FORMAL);
        System.out.println("moved: " + moved.getStage() + " " + moved.getStageSince() + " "
                + moved.getMoves().get(0).getFrom());
        System.out.println("renamed: " + walk.rename(moved.getId(), "f"));
        System.out.println("listed: " + walk.listed(zone));
        System.out.println("stock: " + walk.signed(zone));
        System.out.println("flows: " + walk.flows(zone));
        System.out.println("imported: " + walk.imported(false));
        System.out.println("imported again: " + walk.imported(true));
    }
}
