import { Button } from "@mantine/core";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import styles from "./FileDrop.module.css";
import { Icon } from "./Icon.tsx";

/** A place to drop files on, or to choose them from a button; `children` stand below. */
export function FileDrop(props: {
  readonly title: string;
  readonly or: string;
  readonly choose: string;
  readonly help: string;
  readonly accept: string;
  readonly compact?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    props.onFiles([...event.dataTransfer.files]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // The region takes a dropped file; the same can be done with the button inside, also from the keyboard.
    <section
      className={styles.drop}
      aria-label={props.title}
      data-over={over || undefined}
      data-compact={props.compact || undefined}
      onDrop={drop}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
    >
      {!props.compact && (
        <span className={styles.icon}>
          <Icon name="upload" size={28} />
        </span>
      )}
      <div className={styles.line}>
        <span className={props.compact ? "muted" : "subtitle"}>{props.title}</span>
        <span className="muted">{props.or}</span>
        <Button
          size={props.compact ? "compact-sm" : "sm"}
          variant={props.compact ? "default" : "filled"}
          onClick={() => input.current?.click()}
        >
          {props.choose}
        </Button>
      </div>
      {!props.compact && <p className="small muted">{props.help}</p>}
      {props.children}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={props.choose}
        accept={props.accept}
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
