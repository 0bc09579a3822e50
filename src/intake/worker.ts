import { readBytes } from "./read-bytes.ts";
import { serveReading } from "./serve-reading.ts";

serveReading(readBytes);
