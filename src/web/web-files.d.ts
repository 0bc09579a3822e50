/// <reference types="vite/client" />
import type {} from "react";

/** What a style sheet reads from a part: `style={{ "--column": 3 }}`. */
declare module "react" {
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number;
  }
}
