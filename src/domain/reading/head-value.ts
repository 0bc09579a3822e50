/** A value of the head with its doubt: 0 when it is printed there, above 0 when it was inferred or repaired. */
export interface Read<T> {
  readonly value: T;
  readonly doubt: number;
}
