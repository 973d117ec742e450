import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto'; // in ESM only the default import exists at run time
import { setTimeout as sleep } from 'node:timers/promises';

const {
  INDEXED_VALUE_TYPE_KEYWORD: keyword,
  INDEXED_VALUE_TYPE_INT: int,
  INDEXED_VALUE_TYPE_DATETIME: datetime,
} = proto.temporal.api.enums.v1.IndexedValueType;
/** As `workflows/describe.ts` sets them; a test compares the two. */
export const searchAttributeTypes = { OcopCycle: keyword, OcopProvince: keyword, OcopStage: keyword, OcopStars: int, OcopDueAt: datetime };
const alreadyExists = 6;
const retentionSeconds = 30 * 86_400;

/** The namespace of a space with its search attributes; whatever is there already stays. A new namespace is not seen at once. */
export async function createNamespace({ workflowService, operatorService }: Connection, namespace: string): Promise<void> {
  await workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: retentionSeconds as never } })
    .catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === alreadyExists)) throw error;
    });
  for (let attempt = 0; attempt < 100; attempt++, await sleep(200)) {
    const there = await operatorService.listSearchAttributes({ namespace }).then(
      ({ customAttributes }) => customAttributes,
      () => undefined,
    );
    if (!there) continue;
    const missing = Object.fromEntries(Object.entries(searchAttributeTypes).filter(([name]) => !(name in there)));
    if (Object.keys(missing).length === 0) return;
    await operatorService.addSearchAttributes({ namespace, searchAttributes: missing }).catch(() => undefined); // asked again in the next turn
  }
  throw new Error(`The search attributes of namespace ${namespace} did not appear in 20 s. Is Temporal's visibility store reachable?`);
}
