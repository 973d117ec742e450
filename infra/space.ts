/** One world of data: a namespace, a stream, a schema and a row of `public.space`. */
export interface Space {
  name: string;
  kind: 'real' | 'rehearsal';
  /** Of Temporal; a space that is made again under its name gets another one, so that no run of the former can act in it. */
  namespace: string;
}
export type WantedSpace = Pick<Space, 'name' | 'kind'>;

const pattern = /^[a-z][a-z0-9-]{0,30}$/;
const reserved = new Set(['public', 'information-schema', 'pg-catalog']);
/** A name serves as schema and stream alike, so only what both allow. */
export const isSpaceName = (name: string): boolean => pattern.test(name) && !reserved.has(name) && !name.startsWith('pg-');
export const streamOf = (space: string): string => `EVT_${space}`;
export const clockOf = ({ kind }: Pick<Space, 'kind'>): 'wall' | 'commanded' => (kind === 'real' ? 'wall' : 'commanded');
