/** As the worker does with each module that workflows share: functions are frozen, not entered, and what is frozen is not entered. */
export function freezeAsWorker(value: unknown, visited = new WeakSet<object>()): void {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || visited.has(value)) return;
  visited.add(value);
  if (Object.isFrozen(value)) return;
  if (typeof value === 'object') for (const key of Reflect.ownKeys(value)) freezeAsWorker(Reflect.get(value, key), visited);
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
}

/** Plain data, frozen to the last leaf, whatever is frozen already: a change in place throws. */
export const frozen = <Value>(value: Value): Value => {
  if (value === null || typeof value !== 'object') return value;
  for (const key of Reflect.ownKeys(value)) frozen<unknown>(Reflect.get(value, key));
  return Object.freeze(value);
};
