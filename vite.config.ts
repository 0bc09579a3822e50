import { join } from "node:path";
import { defineConfig } from "vite";
import { webBuild } from "./scripts/web-build.ts";

export default defineConfig(webBuild(join(import.meta.dirname, "dist/web")));
