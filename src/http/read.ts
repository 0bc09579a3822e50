import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { failureAnswer } from "../contract/failure.ts";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { readAnswer } from "../contract/read.ts";
import { answerFailure, languageOf, refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { sessionNeeded } from "./guard.ts";
import { presentReading } from "./present-reading.ts";
import { filesBody, receiveFiles, type UploadLimits } from "./upload.ts";

const failed = (description: string) => ({
  description,
  content: { "application/json": { schema: failureAnswer } },
});

function readRoute(deps: AppDependencies) {
  return createRoute({
    method: "post",
    path: apiPaths.read,
    summary: "Read files into documents; nothing is stored",
    middleware: [sessionNeeded(deps)] as const,
    request: {
      query: z.object({
        together: z
          .enum(["true", "false"])
          .optional()
          .openapi({ description: "All files are one document, the main text first" }),
      }),
      body: filesBody,
    },
    responses: {
      200: { description: "What was read", content: { "application/json": { schema: readAnswer } } },
      default: failed("Refused"),
    },
  });
}

/** Uploads held in memory at the same time; each may bring as much as the limits say. */
const mostAtOnce = 4;

/** POST /api/read. */
export function addReadRoute(
  app: OpenAPIHono,
  deps: AppDependencies,
  limits: UploadLimits = readLimits,
): void {
  let underWay = 0;
  app.openapi(readRoute(deps), async (c) => {
    if (underWay >= mostAtOnce) return refuse(c, "server.busy");
    underWay++;
    try {
      const files = await receiveFiles(c.req.raw, limits);
      if (!files.ok) return answerFailure(c, files.failure);
      const read = await deps.readDocuments(files.value, {
        together: c.req.valid("query").together === "true",
        signal: c.req.raw.signal,
      });
      return c.json(presentReading(read, languageOf(c)), 200);
    } finally {
      underWay--;
    }
  });
}
