import { expect, test } from 'vitest';
import { SearchAttributeType } from '@temporalio/common';
import proto from '@temporalio/proto';
import { searchAttributeTypes } from '../../infra/temporal/namespace.ts';
import { searchAttributes } from '../../workflows/describe.ts';
import { eventually } from '../kit/eventually.ts';
import { closeYear, issueCertificate, openYear, today } from '../kit/programme.ts';
import { give } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });
const { INDEXED_VALUE_TYPE_KEYWORD, INDEXED_VALUE_TYPE_INT, INDEXED_VALUE_TYPE_DATETIME } = proto.temporal.api.enums.v1.IndexedValueType;
const serverTypes: { readonly [type: string]: number } = {
  [SearchAttributeType.KEYWORD]: INDEXED_VALUE_TYPE_KEYWORD,
  [SearchAttributeType.INT]: INDEXED_VALUE_TYPE_INT,
  [SearchAttributeType.DATETIME]: INDEXED_VALUE_TYPE_DATETIME,
};
const idsOf = async (query: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { workflowId } of space.door.client.workflow.list({ query })) ids.push(workflowId);
  return ids.sort();
};
const expectFound = async (query: string, ...ids: string[]) => {
  await eventually(async () => (await idsOf(query)).join() === ids.join()).catch(() => undefined);
  expect(await idsOf(query), query).toEqual(ids);
};

test('the search attributes that workflows set are those of the namespace, by name and type', () => {
  const set = Object.values(searchAttributes).map(({ name, type }) => [name, serverTypes[type]]);
  expect(Object.fromEntries(set)).toEqual(searchAttributeTypes);
});

test('an operator finds runs by stage, province, year, stars and next deadline, as they are now', async () => {
  await give(space, openYear('86'));
  await give(space, openYear('83'));
  await give(space, issueCertificate('tra-1', today()));
  await expectFound(`OcopStage = 'open'`, 'annual-cycle:2026-83', 'annual-cycle:2026-86');
  await expectFound(`OcopProvince = '86'`, 'annual-cycle:2026-86', 'certificate:tra-1');
  await expectFound(`OcopCycle = '2026-83'`, 'annual-cycle:2026-83');
  await expectFound(`OcopStars = 4 and OcopDueAt > '${new Date().toISOString()}'`, 'certificate:tra-1');
  await give(space, closeYear('83'));
  await expectFound(`OcopStage = 'closed' and ExecutionStatus = 'Completed'`, 'annual-cycle:2026-83');
  await expectFound(`OcopStage = 'open'`, 'annual-cycle:2026-86');
});
