import type { Address } from '../../domain/kernel/address.ts';
import { certificateOf } from '../../domain/kernel/address.ts';
import { addDays, addMonths, startOf } from '../../domain/kernel/instant.ts';
import { send, signal, type Door } from '../../infra/temporal/send.ts';
import { workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { wake } from '../../domain/kernel/message.ts';
import { at } from '../kit/domain.ts';
import {
  closeYear,
  engine,
  enrol,
  fileDossier,
  issueCertificate,
  openYear,
  receive,
  today,
  yearOf,
  type Errand,
} from '../kit/programme.ts';
import { handleOf, messageOf, signalRaw, statusOf } from '../kit/sending.ts';
import { eventually } from '../kit/eventually.ts';
import { letPass } from '../kit/time-skipping.ts';

/* What real runs are made to do, once for each branch of the loop that gives Temporal a command or arms a timer. */

export interface Doors {
  real: Door;
  rehearsal: Door;
}
interface Story {
  through: Door;
  to: Address;
}
let sent = 0;
const give = async (door: Door, errand: Errand, instant?: number) =>
  send(door, errand.to, messageOf(errand, `c-${++sent}`, instant === undefined ? {} : { at: instant }));
const ended = (door: Door, to: Address) => eventually(async () => (await statusOf(door, to)) !== 'RUNNING');
const rolling = (door: Door): Door => ({ ...door, rollAfter: 3 });

export const stories: { readonly [name: string]: (doors: Doors) => Promise<Story> } = {
  'first-command-refused': async ({ real }) => {
    await give(real, enrol('ghost', 'tra-1'));
    await ended(real, yearOf('ghost'));
    return { through: real, to: yearOf('ghost') };
  },
  'dossier-with-obligations-and-deadlines': async ({ real }) => {
    const to: Address = { aggregate: 'product-cycle', id: 'tra-1' };
    await give(real, openYear('86'));
    await give(real, fileDossier('tra-1'));
    await give(real, receive('tra-1'));
    await eventually(
      async () =>
        (await handleOf(real, to).fetchHistory()).events?.filter(({ activityTaskCompletedEventAttributes: done }) => done).length === 8,
    );
    return { through: real, to };
  },
  'continued-as-new': async ({ real }) => {
    for (const errand of [openYear('rolled'), ...[1, 2, 3, 4, 5, 6].map((n) => enrol('rolled', `tra-${n}`))])
      await give(rolling(real), errand);
    return { through: real, to: yearOf('rolled') };
  },
  'signals-done-and-refused': async ({ real }) => {
    const to = yearOf('signals');
    await give(real, openYear('signals'));
    for (const id of ['s-1', 's-1', 's-2']) await signal(real, to, messageOf(enrol('signals', 'tra-1'), id));
    await signalRaw(real, to, { strange: true });
    await give(real, enrol('signals', 'tra-2'));
    return { through: real, to };
  },
  'closed': async ({ real }) => {
    for (const errand of [openYear('closed'), enrol('closed', 'nowhere-1'), closeYear('closed')]) await give(real, errand);
    await ended(real, yearOf('closed'));
    return { through: real, to: yearOf('closed') };
  },
  'late-after-closing': async ({ real }) => {
    for (const errand of [openYear('late'), closeYear('late')]) await give(real, errand);
    await ended(real, yearOf('late'));
    await give(real, enrol('late', 'tra-1'));
    await ended(real, yearOf('late'));
    return { through: real, to: yearOf('late') };
  },
  'certificate-to-its-end': async ({ real }) => {
    const to = certificateOf('tra-2');
    await give(real, issueCertificate('tra-2', today()));
    await letPass(real, to, 1_120);
    await ended(real, to);
    return { through: real, to };
  },
  'certificate-with-command-in-its-window': async ({ real }) => {
    const to = certificateOf('tra-3');
    await give(real, issueCertificate('tra-3', today()));
    const day = addDays(addMonths(today(), 36), -160);
    await letPass(real, to, Math.round((startOf(day) - Date.now()) / 86_400_000));
    await give(real, { to, type: 'noteRenewal', data: { cycle: 'tra-4', filedOn: day }, actor: engine });
    return { through: real, to };
  },
  'rehearsed': async ({ rehearsal }) => {
    const to = certificateOf('old-1');
    await give(rehearsal, issueCertificate('old-1', '2019-12-23', 'qd-1048-2019'), at('2019-12-23'));
    await give(rehearsal, { to, type: wake, data: {}, actor: engine }, at('2023-01-05'));
    await ended(rehearsal, to);
    return { through: rehearsal, to };
  },
  'woken-after-loss': async ({ real }) => {
    const to = yearOf('woken');
    await give(real, openYear('woken'));
    await handleOf(real, to).terminate('a story');
    await give(real, { to, type: wake, data: {}, actor: engine });
    return { through: real, to };
  },
  'started-bare': async ({ real }) => {
    const to = yearOf('bare');
    const { taskQueue, clock, rollAfter } = real;
    await real.client.workflow.start(workflowTypes[to.aggregate], {
      taskQueue,
      workflowId: workflowIdOf(to.aggregate, to.id),
      args: [{ id: to.id, clock, rollAfter }],
    });
    await ended(real, to);
    return { through: real, to };
  },
};
