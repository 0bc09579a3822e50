import type { TestProject } from "vitest/node";
import { startTestServer } from "./server.ts";

/** One server of the machine's own PostgreSQL for all test files of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer("machine");
  project.provide("server", server);
  return stop;
}
