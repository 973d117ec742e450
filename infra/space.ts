/** One world of data: a namespace, a stream, a schema and a row of `public.space`. */
export interface Space {
  name: string;
  kind: 'real' | 'rehearsal';
}

const pattern = /^[a-z][a-z0-9-]{0,30}$/;
const reserved = new Set(['public', 'information-schema', 'pg-catalog']);
/** A name serves as schema, stream and namespace alike, so only what all three allow. */
export const isSpaceName = (name: string): boolean => pattern.test(name) && !reserved.has(name) && !name.startsWith('pg-');
export const mainSpace: Space = { name: 'main', kind: 'real' };
export const streamOf = (space: string): string => `EVT_${space}`;
export const namespaceOf = (space: string): string => `ocop-${space}`;
export const clockOf = ({ kind }: Pick<Space, 'kind'>): 'wall' | 'commanded' => (kind === 'real' ? 'wall' : 'commanded');
