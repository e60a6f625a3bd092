"""A walk through the service with the generated client, for pydantic 2 and, where Debian has no other, pydantic 1."""
import os
import urllib.request
from datetime import date
from decimal import Decimal
from typing import Iterator, Optional

from pipeline_client import (
    Agreement, ApiClient, ApiException, CatalogueEntryDraft, CataloguesApi, Configuration, FiguresApi, ImportsApi,
    InvestmentDraft, ListedProject, MoveDraft, NameDraft, Problem, Project, ProjectDraft, ProjectPage, ProjectPatch,
    ProjectsApi, Stage, TokenDraft, UsersApi)

SERVICE = os.environ.get("SERVICE", "http://127.0.0.1:8080")
# RFC 3339, as the service reads it; the default of the generated client writes the offset without a colon.
MOMENTS = "%Y-%m-%dT%H:%M:%S.%fZ"


class ExactClient(ApiClient):
    """Sends a Decimal as a number. The generated client would send it as text, which is refused."""

    def sanitize_for_serialization(self, obj):
        if isinstance(obj, Decimal):
            return int(obj) if obj == obj.to_integral_value() else float(obj)
        return super().sanitize_for_serialization(obj)

    def parameters_to_tuples(self, params, collection_formats):
        """Writes true into a form. The client for pydantic 1 would write True, which is refused."""
        return [
            (name, str(value).lower() if isinstance(value, bool) else value)
            for name, value in super().parameters_to_tuples(params, collection_formats)]


def client(**credentials: str) -> ExactClient:
    configuration = Configuration(host=SERVICE, **credentials)
    configuration.datetime_format = MOMENTS
    return ExactClient(configuration)


def sign_in(username: str, password: str) -> ExactClient:
    issued = UsersApi(client(username=username, password=password)).create_token(TokenDraft(name="report"))
    signed_in = client()
    signed_in.configuration.access_token = issued.token
    return signed_in


def exact(amount) -> Decimal:
    """What the service wrote: a Decimal with pydantic 2, int or float with pydantic 1; up to 15 digits survive both."""
    return Decimal(str(amount))


def problem(refusal: ApiException) -> Problem:
    found = Problem.from_json(refusal.body)
    assert found is not None and found.status == refusal.status
    return found


def fields(models) -> "list[str]":
    """The generators call the member field by different names: var_field for pydantic 2, field for pydantic 1."""
    return [model.to_dict()["field"] for model in models]


def amount(text: str):
    """A Decimal, where the models take one."""
    hint = str(InvestmentDraft.__annotations__["amount"])
    return Decimal(text) if "Decimal" in hint else float(text)


class Walk:
    def __init__(self, signed_in: ExactClient):
        self.client = signed_in
        self.projects = ProjectsApi(signed_in)
        self.figures = FiguresApi(signed_in)

    def register(self, name: str, zone: str, money: str) -> "tuple[Project, bool]":
        draft = ProjectDraft(
            name=name, zone=zone, officer="李敏", stages={"UNDER_NEGOTIATION": date(2023, 1, 5)},
            investment=InvestmentDraft(amount=amount(money), currency="CNY"))
        answer = self.projects.create_project_with_http_info(draft, idempotency_key="key-" + name)
        return answer.data, answer.headers.get("Idempotent-Replayed") == "true"

    def sign(self, id: int, agreement: Optional[Agreement] = None) -> Project:
        return self.projects.move_project(id, MoveDraft(to=Stage.SIGNED, on=date(2023, 6, 28), agreement=agreement))

    def rename(self, id: int, name: str) -> str:
        read = self.projects.get_project_with_http_info(id)
        # A member that is set to None is removed, one that is not set stays.
        patched = self.projects.patch_project(id, read.headers["ETag"], ProjectPatch(name=name, officer=None))
        try:
            self.projects.patch_project(id, read.headers["ETag"], ProjectPatch(name="late"))
        except ApiException as refusal:
            return f"{patched.name}, officer {patched.officer}; then {problem(refusal).type}"
        raise AssertionError("an old ETag was taken")

    def listed(self, zone: str) -> Iterator[ListedProject]:
        cursor = None
        while True:
            page = self.projects.list_projects(zone=[zone], sort="name", limit=2, cursor=cursor)
            yield from page.items
            cursor = page.next
            if cursor is None:
                return

    def follow(self, link: str) -> "list[str]":
        """A link is a path with its query, and is sent as it is."""
        request = urllib.request.Request(
            SERVICE + link, headers={"Authorization": "Bearer " + self.client.configuration.access_token})
        with urllib.request.urlopen(request) as answer:
            page = ProjectPage.from_json(answer.read().decode())
        return [project.name for project in page.items]

    def signed(self, zone: str) -> str:
        totals = self.figures.get_totals(by="stage,size", as_of=date(2023, 6, 30), stage=[Stage.SIGNED], zone=[zone])
        again = self.figures.get_totals(
            by="stage,size", as_of=totals.as_of, known_at=totals.known_at, stage=[Stage.SIGNED], zone=[zone])
        assert again == totals
        rows = [row for row in totals.rows if row.count > 0]
        return "; ".join(
            f"{row.stage.value} {row.size} {row.count} {exact(row.investment)}: {' '.join(self.follow(row.projects))}"
            for row in rows)

    def flows(self, zone: str) -> str:
        flows = self.figures.get_flows(
            period="2023-H1", interval="quarter", compare="previous-year", zone=[zone])
        quarters = ", ".join(f"{each.interval} {each.total.count}" for each in flows.series or [])
        change = flows.total.change
        return f"{quarters}; {exact(flows.total.investment)}; change {change.count if change else None}"


def walk() -> None:
    signed_in = sign_in("admin", os.environ["PASSWORD"])
    steps = Walk(signed_in)
    zone = CataloguesApi(signed_in).create_zone(CatalogueEntryDraft(code="wanbei", name=NameDraft(zh="皖北片区"))).code

    first, replayed_at_first = steps.register("a", zone, "9999999999999.99")
    again, replayed = steps.register("a", zone, "9999999999999.99")
    print("registered once:", first.id == again.id and not replayed_at_first and replayed, exact(first.investment.amount))
    for name, money in (("b", "0.10"), ("c", "0.20"), ("d", "1000000")):
        steps.register(name, zone, money)

    try:
        steps.sign(first.id)
    except ApiException as refusal:
        print("refused:", problem(refusal).type, fields(problem(refusal).violations))
    moved = steps.sign(first.id, Agreement.FORMAL)
    print("moved:", moved.stage.value, moved.stage_since, moved.moves[0].var_from.value)
    print("renamed:", steps.rename(first.id, "f"))
    print("listed:", *(project.name for project in steps.listed(zone)))
    print("stock:", steps.signed(zone))
    print("flows:", steps.flows(zone))

    report = ImportsApi(signed_in).import_ledger(file="ledger.csv", as_of=date(2023, 6, 30), create_missing=True)
    print("imported:", report.created, fields(report.headings))
    again = ImportsApi(signed_in).import_ledger(file="ledger.csv", as_of=date(2023, 6, 30), dry_run=True)
    print("imported again:", again.unchanged)


walk()
