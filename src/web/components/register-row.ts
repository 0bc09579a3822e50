export type RegisterRow<Item> =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly text: string;
      readonly level: number;
      /** A group that folds: its rows stand below it only while it is open. */
      readonly fold?: Fold;
    }
  /** Rows that are still to come; when this place comes into view, `onSeen` asks for them. */
  | { readonly kind: "wait"; readonly key: string; readonly onSeen: (() => void) | null }
  | { readonly kind: "item"; readonly key: string; readonly item: Item };

export interface Fold {
  readonly isOpen: boolean;
  /** How many rows belong to it, in words of the language. */
  readonly count: string;
  readonly onToggle: () => void;
}

export interface Chosen<Key extends string> {
  readonly row: string;
  readonly column: Key;
}
