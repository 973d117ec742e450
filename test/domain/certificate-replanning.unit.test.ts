import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { act, issued, passing, type CertificateScene } from '../kit/certificate.ts';
import { at, committee, decidingAuthority, holding, ocopAgency } from '../kit/domain.ts';

const now = at('2028-03-20');
const country = holding('administrator', 'VN');
const replan = (scene: CertificateScene, by = country) => scene.when('replanDeadlines', {}, by, now);

test('the days under which a certificate stands are kept on record: ladder, window and last day', () => {
  const { state } = replan(issued('2026-08-05')).thenEvents({
    type: 'DeadlinesReplanned',
    data: {
      window: { opens: '2029-02-06', closes: '2029-04-07', edition: 'qd-26-2026' },
      reminders: [
        '2029-01-07',
        '2029-02-06',
        '2029-03-08',
        '2029-03-31',
        '2029-04-07',
        '2029-05-07',
        '2029-07-06',
        '2029-07-29',
        '2029-08-05',
      ],
      lastDay: '2029-08-05',
    },
  });
  const days = certificate.deadlines(issued('2026-08-05').state).map(({ key }) => key);
  expect(certificate.deadlines(state).map(({ key }) => key)).toEqual(days);
});

test('what has not moved is not recorded again, and what has moved is', () => {
  const planned = replan(issued('2026-08-05')).thenTypes('DeadlinesReplanned');
  const ground = { clause: 'certificate.replanning', basis: { setting: 'certificate.rulesOf' } } as const;
  replan(planned).thenRejected('DeadlinesUnchanged', { lastDay: '2029-08-05' }, ground);
  const corrected = planned.after(
    'correct',
    { field: 'lastDay', was: '2029-08-05', becomes: '2029-09-05', ...act('2028-03-14') },
    decidingAuthority('86'),
    now,
  );
  replan(corrected).thenEvents({ type: 'DeadlinesReplanned', data: expect.objectContaining({ lastDay: '2029-09-05' }) });
});

test('an administrator plans anew, of the country or of the province, and only what is in force', () => {
  replan(issued('2026-08-05'), holding('administrator', '86')).thenTypes('DeadlinesReplanned');
  replan(issued('2026-08-05'), holding('administrator', '15')).thenRejected('NotYourUnit');
  for (const actor of [committee('28780'), ocopAgency('86')]) replan(issued('2026-08-05'), actor).thenRejected('NotYourPart');
  passing(issued('2026-08-05'))
    .when('replanDeadlines', {}, country, at('2029-09-01'))
    .thenRejected('CertificateNotInForce', { how: 'expired' });
});
