import { expect, test, vi } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { editionFor, lawOn } from '../../domain/edition/edition-for.ts';
import type * as registry from '../../domain/edition/edition-for.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type * as settings from '../../domain/edition/settings.ts';
import type * as terms from '../../domain/edition/terms.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { tell, vi as vietnamese } from '../../texts/index.ts';
import { act, commune, dossier, htx, panelOf, regulation, sheetOf } from '../kit/product-cycle.ts';
import { at, chair, committee, decidingAuthority, engineActor, given, member, producer } from '../kit/domain.ts';
import { inventedId } from '../kit/invented-edition.ts';

/* A fifth edition under an id of its own, plugged into the folder of editions alone: the engine takes a product through it as it is. */

type Terms = typeof terms;
type EditionFor = typeof registry;
type Settings = typeof settings;

vi.mock(import('../../domain/edition/terms.ts'), async (original) => {
  const real = await original();
  return { ...real, editionIds: [...real.editionIds, 'bia-2040'] as unknown as Terms['editionIds'] };
});
vi.mock(import('../../domain/edition/settings.ts'), async (original) => {
  const real = await original();
  // Its column in the settings: the answers of the edition before.
  const setting = ((name, { id }) => real.setting(name, { id: (id as string) === 'bia-2040' ? 'qd-26-2026' : id })) as Settings['setting'];
  return { ...real, setting };
});
vi.mock(import('../../domain/edition/edition-for.ts'), async (original) => {
  const real: EditionFor = await original();
  const { inventedFrom } = await import('../kit/invented-edition.ts');
  const invented = {
    ...inventedFrom(real.editions['qd-26-2026']),
    id: 'bia-2040',
    transition: { from: 'qd-26-2026', rules: [] },
  } as unknown as Edition;
  const until = invented.newDossiersFrom.value;
  return {
    editions: { ...real.editions, 'bia-2040': invented } as EditionFor['editions'],
    editionFor: (day) => (day >= until ? invented : real.editionFor(day)),
    lawOn: (day) => (day >= invented.effectiveFrom.value ? invented : real.lawOn(day)),
  };
});

const place = { commune, province: '86' };
const [office, authority] = [committee(commune), decidingAuthority(commune)];
const filed = given(productCycle).after('fileDossier', { ...dossier, place }, producer(htx.id), at('2040-03-01'));
const received = filed.after('receive', { copies: 2, samples: 5, components: ['registration'] }, office, at('2040-03-02'));
const agenda = { council: 'hd-xa', level: 'commune', unit: commune, sitting: 's1', on: '2040-04-02', mode: 'written' };
const judgedWith = (...totals: readonly number[]) => {
  const members = totals.map((_, n) => `P${n + 1}`);
  const open = received
    .after('placeOnAgenda', agenda, engineActor, at('2040-03-20'))
    .after('openScoring', { panel: { ...panelOf(members), council: 'hd-xa', sitting: 's1' }, regulation }, engineActor, at('2040-04-02'));
  const scored = totals.reduce(
    (scene, total, n) => scene.after('submitSheet', { member: `P${n + 1}`, sheet: sheetOf(total) }, member(`P${n + 1}`), at('2040-04-03')),
    open,
  );
  return scored
    .after('closeScoring', {}, chair('P1'), at('2040-04-04'))
    .after('reportCouncilResult', act('2040-04-05'), chair('P1'), at('2040-04-05'));
};

test('the day of filing pins it, and the day of an act goes by it', () => {
  expect([editionFor('2040-01-31')?.id, editionFor('2040-02-01')?.id, lawOn('2040-01-01').id]).toEqual([
    'qd-26-2026',
    inventedId,
    inventedId,
  ]);
  expect(filed.state).toMatchObject({ edition: inventedId, run: { level: 'commune', role: 'council', mode: 'written' } });
});

test('its bands decide, its commune certifies three stars, and its refusals cite it', () => {
  const seventy = judgedWith(70, 71, 69);
  expect(seventy.state).toMatchObject({ result: { star: 3 } });
  seventy
    .when('recognise', { star: 4, ...act('2040-04-20') }, authority, at('2040-04-20'))
    .thenRejected('StarDiffersFromResult', { star: 3 });
  seventy.when('recognise', { star: 3, ...act('2040-04-20') }, decidingAuthority('86'), at('2040-04-20')).thenRejected('NotYourUnit');
  seventy.when('recognise', { star: 3, ...act('2040-04-20') }, authority, at('2040-04-20')).thenTypes('ProductRecognised');
  const ninety = judgedWith(84, 85, 86);
  ninety.when('recognise', { star: 4, ...act('2040-04-20') }, authority, at('2040-04-20')).thenRejected('MustGoUp', { mean: '85.00' });
});

test('its certificate has its months, its window and its reminders, and people read its name', () => {
  const recognised = judgedWith(70, 71, 69).after('recognise', { star: 3, ...act('2040-04-20') }, authority, at('2040-04-20'));
  const issue = productCycle.obligations(recognised.state, 'tra-1').find(({ command }) => command.type === 'allocateSerial');
  expect(issue?.to.id).toBe(`serial-${commune}-2040`);
  const settled = recognised.and(at('2040-04-20'), { type: 'ObligationSettled', data: { key: 'serial', ok: true, value: 1 } });
  const owed = productCycle.obligations(settled.state, 'tra-1').find(({ command }) => command.type === 'issueCertificate');
  const paper = given(certificate).after('issueCertificate', owed?.command.data ?? {}, engineActor, at('2040-04-20'));
  expect(paper.state).toMatchObject({ certificate: { issuedUnder: inventedId, lastDay: '2042-04-20' } });
  const days = certificate.deadlines(paper.state).map(({ key }) => key);
  expect(days).toEqual(expect.arrayContaining(['window-opens.2042-01-10', 'window-closes.2042-03-01', 'expiry.2042-04-20']));
  const event = {
    type: 'CertificateIssued',
    data: paper.state.stage === 'in-force' ? { ...paper.state.certificate, productCycle: 'tra-1' } : {},
  };
  expect(tell(vietnamese, 'certificate', event)).toContain('Quyết định bịa (2040)');
});
