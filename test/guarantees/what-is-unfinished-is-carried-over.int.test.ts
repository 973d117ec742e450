import { expect, test } from 'vitest';
import { annualCycleOf, productCycleOf } from '../../domain/kernel/address.ts';
import { dayOf, yearOf } from '../../domain/kernel/instant.ts';
import { findCycle } from '../../projections/cycle.ts';
import { listEnrolments } from '../../projections/enrolment.ts';
import { timelineOf } from '../../projections/timeline.ts';
import { holding } from '../kit/domain.ts';
import { act, province } from '../kit/product-cycle.ts';
import { fileDossier, today } from '../kit/programme.ts';
import { give } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace();
const year = yearOf(dayOf(Date.now()));
const country = holding('administrator', 'VN');
const open = (which: number) =>
  space.tell(
    annualCycleOf(which, province),
    'openAnnualCycle',
    { year: which, province, plan: 'kế hoạch', rounds: [], ...act(today()) },
    country,
  );

test('closing a year carries an unfinished product into the next one, where it enrols, and the counts add up', async () => {
  await open(year);
  await open(year + 1);
  await give(space, fileDossier('tra-1'));
  await space.settled();
  const enrolled = await listEnrolments(space.db, { productCycle: 'tra-1' }, { page: 1, size: 10 });
  expect(enrolled.rows.map(({ cycle }) => cycle)).toEqual([`${year}-${province}`]);

  expect(await space.tell(annualCycleOf(year, province), 'closeAnnualCycle', {}, country)).toMatchObject({ ok: true });
  await space.settled();

  const counts = {
    enrolled: 1,
    carriedOver: 1,
    notPassed: 0,
    returned: 0,
    stars: { 3: 0, 4: 0, 5: 0 },
    notFiled: 0,
    unanswered: 0,
    others: {},
  };
  expect(await findCycle(space.db, `${year}-${province}`)).toMatchObject({ stage: 'closed', counts });
  expect(await findCycle(space.db, `${year + 1}-${province}`)).toMatchObject({ stage: 'open', enrolled: 1 });
  const facts = (await timelineOf(space.db, 'product-cycle', 'tra-1')).map(({ event }) => event);
  expect(facts.filter((event) => event === 'CarriedOver')).toHaveLength(1);
  expect(await space.commits(productCycleOf('tra-1'))).toHaveLength(4);
});

test('a closed year enrols nobody any more, and says so to the product that asks', async () => {
  await give(space, fileDossier('tra-2'));
  await space.settled();
  const [settled] = (await timelineOf(space.db, 'product-cycle', 'tra-2')).filter(({ event }) => event === 'ObligationSettled');
  expect(settled?.data).toMatchObject({ key: `enrol-${year}`, ok: false, code: 'AnnualCycleNotOpen' });
});
