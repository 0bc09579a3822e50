import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { frameWords } from "../../domain/language/web-frame.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { useWords } from "../language.tsx";

/** Catches a bug of the page and says so, with what to tell the administrator; a blank page says nothing. */
export class CrashScreen extends Component<{ children: ReactNode }, { crash: Error | null }> {
  override state: { crash: Error | null } = { crash: null };

  static getDerivedStateFromError(error: unknown): { crash: Error } {
    return { crash: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.crash ? <Crashed error={this.state.crash} /> : this.props.children;
  }
}

/** What is said when a place has a bug. */
export function Crashed({ error }: { error: Error }) {
  const words = useWords(frameWords);
  return (
    <section>
      <EmptyState
        title={words.crashedTitle}
        action={<Button onClick={() => window.location.reload()}>{words.reload}</Button>}
      >
        <p>{words.crashedText}</p>
        <p className="small">{error.message}</p>
      </EmptyState>
    </section>
  );
}
