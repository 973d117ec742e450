/** A defect of ours, never a user's mistake: what cannot happen has happened, and going on would record a falsehood. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** Closes a `switch`: a new variant stops the compiler here before it can stop a user. */
export function assertNever(value: never): never {
  throw new Error(`Invariant broken: no case for ${String(value)}`);
}
