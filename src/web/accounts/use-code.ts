import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api.ts";

/** A code of the address ("#7K2M-…") or typed by hand, and what the server says of it at `path`. */
export function useCode<T>(path: string) {
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const checked = useQuery({
    queryKey: ["code", path, code],
    queryFn: () => ask<T>("POST", path, { code }),
    enabled: code !== "",
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { code, setCode, answer: code === "" ? null : (checked.data ?? null) };
}
