// A process that runs a database server until it is killed, for tests of what is left then.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../src/store/connection.ts";
import { type EngineRequest, startEngine } from "../../src/store/engine.ts";
import { unwrap } from "./server.ts";

// The test that forks this process writes the request.
const request = JSON.parse(process.argv[2] ?? "") as EngineRequest;
const engine = unwrap(await startEngine(request));
const client = unwrap(await connect(engine.logins.owner));
await client.query("create table kept (n int)");
await client.query("insert into kept values (1)");
await client.query("begin");
await client.query("insert into kept values (2)");
process.send?.(
  Number(readFileSync(join(engine.place.folder, "database/postmaster.pid"), "utf8").split("\n")[0]),
);
setInterval(() => undefined, 60_000);
