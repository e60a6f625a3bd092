/** A walk through the service: what a front end does, typed by the contract alone. */
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./contract.js";

type Project = components["schemas"]["Project"];
type ListedProject = components["schemas"]["ListedProject"];
type Stage = components["schemas"]["Stage"];
type Problem = components["schemas"]["Problem"];

/** A problem that was answered, to be thrown. */
class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.type}: ${problem.detail}`);
  }
}

const service = process.env["SERVICE"] ?? "http://127.0.0.1:8080";
const api = createClient<paths>({ baseUrl: service });

async function signIn(username: string, password: string): Promise<void> {
  const { data, error } = await api.POST("/api/v1/tokens", {
    body: { name: "front end" },
    headers: { Authorization: `Basic ${btoa(`${username}:${password}`)}` },
  });
  if (!data) {
    throw new Refusal(error);
  }
  const bearer: Middleware = {
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${data.token}`);
    },
  };
  api.use(bearer);
}

/** Registers a project; sent again under the same key it is the same project. */
async function register(name: string, zone: string, amount: number, key: string): Promise<[Project, boolean]> {
  const { data, error, response } = await api.POST("/api/v1/projects", {
    params: { header: { "Idempotency-Key": key } },
    body: { name, zone, stages: { UNDER_NEGOTIATION: "2023-01-05" }, investment: { amount, currency: "CNY" } },
  });
  if (!data) {
    throw new Refusal(error);
  }
  return [data, response.headers.get("Idempotent-Replayed") === "true"];
}

/** Moves a project to SIGNED; when something is missing, says what. */
async function sign(id: number, agreement?: components["schemas"]["Agreement"]): Promise<Project | string> {
  const { data, error } = await api.POST("/api/v1/projects/{id}/moves", {
    params: { path: { id } },
    body: { to: "SIGNED", on: "2023-06-28", ...(agreement === undefined ? {} : { agreement }) },
  });
  if (data) {
    return data;
  }
  if (error.type === "/problems/requirements-missing") {
    const fields = (error.violations ?? []).map((violation) => violation.field);
    return `${error.status} ${fields.join(", ")}`;
  }
  throw new Refusal(error);
}

/** Changes a project if nobody else has in the meantime. */
async function rename(id: number, name: string): Promise<Project> {
  const read = await api.GET("/api/v1/projects/{id}", { params: { path: { id } } });
  const tag = read.response.headers.get("ETag");
  if (!read.data || tag === null) {
    throw read.error ? new Refusal(read.error) : new Error("no ETag");
  }
  const { data, error } = await api.PATCH("/api/v1/projects/{id}", {
    params: { path: { id }, header: { "If-Match": tag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { name },
  });
  if (!data) {
    throw new Refusal(error);
  }
  return data;
}

/** All projects of a zone, page by page. */
async function* projects(zone: string): AsyncGenerator<ListedProject> {
  let cursor: string | null = null;
  do {
    const { data, error }: ProjectPageAnswer = await page(zone, cursor);
    if (!data) {
      throw new Refusal(error);
    }
    yield* data.items;
    cursor = data.next;
  } while (cursor !== null);
}

type ProjectPageAnswer = Awaited<ReturnType<typeof page>>;

function page(zone: string, cursor: string | null) {
  return api.GET("/api/v1/projects", {
    params: { query: { zone: [zone], sort: "name", limit: 2, ...(cursor === null ? {} : { cursor }) } },
  });
}

/** The projects behind a number: the link goes out unchanged, with the types of what it leads to. */
async function follow(link: string): Promise<string[]> {
  const { data, error } = await api.GET("/api/v1/projects", {
    fetch: (request) => fetch(new Request(new URL(link, service), request)),
  });
  if (!data) {
    throw new Refusal(error);
  }
  return data.items.map((project) => project.name);
}

async function signed(zone: string): Promise<string[]> {
  const { data, error } = await api.GET("/api/v1/totals", {
    params: { query: { by: "stage,size", asOf: "2023-06-30", stage: ["SIGNED"], zone: [zone] } },
  });
  if (!data) {
    throw new Refusal(error);
  }
  const lines: string[] = [];
  for (const row of data.rows) {
    if (row.stage !== undefined && row.count > 0) {
      const names = await follow(row.projects);
      lines.push(`${label(row.stage)} ${row.size} ${row.count} ${row.investment}: ${names.join(", ")}`);
    }
  }
  return lines;
}

async function flows(zone: string): Promise<string> {
  const { data, error } = await api.GET("/api/v1/flows", {
    params: { query: { period: "2023-H1", interval: "quarter", compare: "previous-year", zone: [zone] } },
  });
  if (!data) {
    throw new Refusal(error);
  }
  const quarters = (data.series ?? []).map((each) => `${each.interval} ${each.total.count}`);
  return `${quarters.join(", ")}; change ${data.total.change?.count ?? "none"}`;
}

/** Has no word for what is not a stage: a new stage is an error of the compiler here. */
function label(stage: Stage): string {
  switch (stage) {
    case "UNDER_NEGOTIATION":
      return "在谈";
    case "SIGNED":
      return "签约";
    case "GROUNDBREAKING":
      return "开工";
    case "COMPLETED":
      return "竣工";
  }
}

async function walk(): Promise<void> {
  await signIn("admin", process.env["PASSWORD"] ?? "");
  const zone = await api.POST("/api/v1/zones", { body: { code: "wanbei", name: { zh: "皖北片区" } } });
  if (!zone.data) {
    throw new Refusal(zone.error);
  }
  const { code } = zone.data;

  const [first, replayedAtFirst] = await register("a", code, 1_200_000_000, "key-a");
  const [again, replayed] = await register("a", code, 1_200_000_000, "key-a");
  console.log(`registered once: ${first.id === again.id && !replayedAtFirst && replayed}`);
  for (const name of ["b", "c", "d", "e"]) {
    await register(name, code, 10_000, `key-${name}`);
  }

  console.log(`refused: ${await sign(first.id)}`);
  const moved = await sign(first.id, "FORMAL");
  console.log(typeof moved === "string" ? moved : `moved: ${label(moved.stage)}, ${moved.moves.length} move`);
  console.log(`renamed: ${(await rename(first.id, "f")).name}`);

  const names: string[] = [];
  for await (const project of projects(code)) {
    names.push(project.name);
  }
  console.log(`listed: ${names.join(" ")}`);
  console.log(`stock: ${(await signed(code)).join("; ")}`);
  console.log(`flows: ${await flows(code)}`);
}

await walk();
