import * as z from 'zod';
import { refusal, rule } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { disagreement } from './disagreement.ts';
import { awaitedMembers, countedTotals } from './sheets.ts';
import { panelChair } from './parties.ts';
import { withRun } from './run.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';

type Scoring = Extract<ProductCycle, { stage: 'scoring' }>;
interface Referral {
  askedBy?: string | undefined;
}

export const opinionsAreWritten = rule({
  clause: 'opinions.referral',
  otherwise: 'NotByWriting',
  always: true,
  holds: (_: Referral, { run }: Scoring) => run.mode === 'written' || false,
});
export const askedByAMember = rule({
  clause: 'scoring.panel',
  otherwise: 'NotOnPanel',
  holds: ({ askedBy }: Referral, { panel }: Scoring) => askedBy === undefined || panel.members.includes(askedBy) || { person: askedBy },
});
const reasonsFor = ({ askedBy }: Referral, state: Scoring) => disagreement(state, countedTotals(state), askedBy !== undefined);
/** Written opinions give way to a meeting only where they differ much, or a member wants to talk. */
export const thereIsAReasonToMeet = rule({
  clause: 'opinions.differ',
  otherwise: 'OpinionsAgree',
  holds: (referral: Referral, state: Scoring) => reasonsFor(referral, state).length > 0 || false,
});

export const referToMeeting = command({
  data: z.strictObject({ askedBy: shape.id.optional(), note: shape.text.optional() }),
  clause: 'opinions.referral',
  by: [panelChair],
  stage: ['scoring'],
  elsewhere: () => refusal('ScoringNotOpen', false),
  rules: [opinionsAreWritten, askedByAMember, thereIsAReasonToMeet],
  duty: (state) =>
    awaitedMembers(state).length === 0 && disagreement(state, countedTotals(state), false).length > 0
      ? [{ role: 'councilChair', unit: state.panel.council, person: state.panel.chair }]
      : [],
  then: (data, state) => {
    const [first = 'member-asks', ...more] = reasonsFor(data, state);
    return [{ type: 'ReferredToMeeting', data: { ...data, reasons: [first, ...more] } }];
  },
});

/** The council takes the product up again, in a meeting and with fresh sheets; those written stay in the record. The 45 days run on. */
export const changes = {
  ReferredToMeeting: from(['scoring'], ({ agenda: _, panel: __, regulation: ___, sheets: ____, ...state }) => ({
    ...withRun(state, { ...state.run, mode: 'meeting' }),
    stage: 'received',
    isComplete: true,
  })),
} satisfies Changes<'ReferredToMeeting'>;
