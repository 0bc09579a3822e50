import { expect, it } from "vitest";
import { deviceOf } from "./device-words.ts";

it.each([
  [
    "an office machine",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0",
    "Edge, Windows",
  ],
  [
    "a phone",
    "Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
    "Chrome, Android",
  ],
  [
    "an iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
    "Safari, iPhone",
  ],
  [
    "Firefox on Linux",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox, Linux",
  ],
  ["a program", "curl/8.5.0", null],
  ["nothing said", null, null],
])("%s", (_, agent, said) => {
  const device = deviceOf(agent);
  expect(device && `${device.browser}, ${device.system}`).toBe(said);
});
