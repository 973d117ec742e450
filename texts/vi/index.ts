import type { Words } from '../words.ts';
import { basis } from './basis.ts';
import { commands } from './commands.ts';
import { due, reminders, waiting } from './due.ts';
import { eventNames } from './event-names.ts';
import { events } from './events.ts';
import { rejectionNames } from './rejection-names.ts';
import { rejections } from './rejections.ts';
import { screens } from './screens.ts';
import { terms } from './terms.ts';

export const vi: Words = {
  language: 'vi',
  terms,
  commands,
  eventNames,
  events,
  rejections,
  rejectionNames,
  basis,
  due,
  reminders,
  waiting,
  screens,
};
