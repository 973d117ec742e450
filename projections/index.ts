import { archive } from './archive.ts';
import { product } from './product.ts';
import type { View } from './projection.ts';
import { timeline } from './timeline.ts';

/** The table of all views; a new one is filled at the projector's next start. */
export const views: readonly View[] = [product, timeline, archive];
