import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { startOf } from '../../domain/kernel/instant.ts';
import { act, foreignPaper, issued, passing, type CertificateScene } from '../kit/certificate.ts';
import { at, committee, given, ocopAgency } from '../kit/domain.ts';

const former = { commune: '99911', district: '99910', province: '67' };
const present = { commune: '99912', province: '68' };
const before = (): CertificateScene => issued('2025-06-16', { place: former, issuer: '99910', level: 'district', star: 3 });
const after = passing(before(), startOf('2025-07-01'));

test('with the end of its units a certificate is the successors’ to look after, and keeps its issuer and its level', () => {
  expect(certificate.nextDeadline(before().state)).toMatchObject({
    at: startOf('2025-07-01'),
    event: { type: 'ResponsibilityHandedOver', data: { from: former, to: present, on: '2025-07-01' } },
  });
  expect(after.state).toMatchObject({ certificate: { place: present, issuer: '99910', level: 'district', lastDay: '2028-06-16' } });
  expect(certificate.deadlines(after.state).map(({ event }) => event.type)).not.toContain('ResponsibilityHandedOver');
});

test('from then on the commune of today is awaited and confirms, and the former one may not', () => {
  const reminded = passing(after, startOf('2028-01-05'));
  expect(certificate.worklist(reminded.state).map(({ role, unit }) => `${role} ${unit}`)).toEqual(['producer htx', 'committee 99912']);
  const stop = act('2028-01-06');
  reminded.when('confirmProductionStopped', stop, committee('99912'), at('2028-01-06')).thenTypes('ProductionStopConfirmed');
  reminded
    .when('confirmProductionStopped', stop, committee('99911'), at('2028-01-06'))
    .thenRejected('NotYourUnit', { units: ['99912'], from: '2025-07-01' });
});

test('the agency of today concludes, copies and corrects, and what it had concluded before goes with it', () => {
  const concluded = { ground: 'b', finding: 'vi phạm', ...act('2025-06-20') };
  const scene = passing(before().after('recordConclusion', concluded, ocopAgency('67'), at('2025-06-20')), startOf('2025-07-01'));
  expect(certificate.worklist(scene.state)).toMatchObject([{ command: 'proposeRevocation', role: 'ocopAgency', unit: '68' }]);
  scene
    .when('recordConclusion', { ...concluded, ...act('2025-07-02') }, ocopAgency('68'), at('2025-07-02'))
    .thenTypes('ConclusionRecorded');
  scene.when('recordConclusion', { ...concluded, ...act('2025-07-02') }, ocopAgency('67'), at('2025-07-02')).thenRejected('NotYourUnit');
});

test('a certificate of today’s units passes to nobody', () => {
  const paper = { ...foreignPaper('2024-06-03'), place: present };
  const { state } = given(certificate).after('takeOverCertificate', paper, ocopAgency('68'), at('2026-08-05'));
  expect(certificate.deadlines(state).map(({ event }) => event.type)).not.toContain('ResponsibilityHandedOver');
});
