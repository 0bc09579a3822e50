import { useEffect, useState } from "react";

/** How long the server has been reading, in words; `since` in milliseconds since 1970. */
export function ReadingSince(props: {
  readonly since: number;
  readonly say: (seconds: number) => string;
  readonly mayLeave: string;
}) {
  const [now, setNow] = useState(props.since);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return (
    <span role="status">
      <span className="numbers">{props.say(Math.max(0, Math.round((now - props.since) / 1000)))}</span>{" "}
      <span className="muted">{props.mayLeave}</span>
    </span>
  );
}
