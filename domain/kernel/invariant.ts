/** A defect of ours, never a user's mistake: what cannot happen has happened, and going on would record a falsehood. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
