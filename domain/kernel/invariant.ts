/**
 * A defect of ours, never a user's mistake: what cannot happen has happened, and going on would record a falsehood. `condition` is what
 * must hold, or what must be there.
 */
export function invariant(condition: boolean | object | undefined, message: string): asserts condition {
  if (condition === false || condition === undefined) throw new Error(`Invariant broken: ${message}`);
}
