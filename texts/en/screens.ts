import type { Screens } from '../screens.ts';
import { problems } from './problems.ts';

export const screens: Screens = { product: 'The annual OCOP cycle', rehearsalMark: 'REHEARSAL – without legal effect', problems };
