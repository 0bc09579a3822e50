// Makes the maps of the database of cooperation anew (data/README.md says from what): the world into src/web, the land
// border of each province into data/. By hand, when a source changes:
//   node scripts/make-maps.ts FOLDER_OF_WORLD_ATLAS FOLDER_OF_GEOJSON_OF_COMMUNES
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { makeBorders } from "./make-maps/border.ts";
import { makeWorld } from "./make-maps/world.ts";

const [atlas, communes] = process.argv.slice(2);
if (!atlas || !communes) {
  console.error("node scripts/make-maps.ts FOLDER_OF_WORLD_ATLAS FOLDER_OF_GEOJSON_OF_COMMUNES");
  process.exit(2);
}
const root = join(import.meta.dirname, "..");
write("src/web/records/world/world-map.json", makeWorld(atlas));
write("data/border-maps.json", makeBorders(atlas, communes));

function write(path: string, map: unknown): void {
  const text = `${JSON.stringify(map)}\n`;
  writeFileSync(join(root, path), text);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${path}: ${kilobytes(text.length)}, ${kilobytes(gzipSync(text).length)} gzip`);
}
