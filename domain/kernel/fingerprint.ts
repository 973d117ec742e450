/** Key order does not count; below depth 20 nothing counts: a hostile value must not overflow the stack of a workflow. */
const canonical = (value: unknown, depth: number): string => {
  if (depth > 20) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join()}]`;
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, depth + 1)}`).join()}}`;
};

/** The 53-bit hash cyrb53 (public domain, bryc): a workflow has no `crypto`, and no security rests on this one. */
const mix = (text: string, seed: number): number => {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
};

/** Tells two contents under one command id apart. */
export const fingerprint = (value: unknown): string => {
  const text = canonical(value, 0);
  return mix(text, 1).toString(36) + mix(text, 2).toString(36);
};

/** A number below `window`, the same for an id wherever and whenever it is computed: spreads wake-ups that fall due together. */
export const spread = (id: string, window: number): number => mix(id, 3) % window;
