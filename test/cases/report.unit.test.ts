import { expect, test } from 'vitest';
import { textReport } from '../../rehearsal/report.ts';
import { findVerb, type Language } from '../../rehearsal/words.ts';
import { at } from '../kit/domain.ts';

const told = (language: Language, more: object): string[] => {
  const verb = findVerb('fileDossier');
  const lines: string[] = [];
  const report = textReport(language, (line) => lines.push(line));
  if (verb)
    report({
      kind: 'accepted',
      file: 'a.yaml',
      line: 1,
      at: at('2027-03-01 09:00'),
      person: 'Nông Thị Bưởi',
      verb,
      on: 'Miến dong',
      events: [],
      ...more,
    });
  return lines.slice(1);
};

test('a report says who did it, and for whom where an officer acted for a producer', () => {
  expect(told('vi', {})).toEqual(['  09:00  Nông Thị Bưởi: Nộp hồ sơ – Miến dong']);
  expect(told('vi', { onBehalfOf: 'Hợp tác xã Nà Sương' })).toEqual([
    '  09:00  Nông Thị Bưởi thay Hợp tác xã Nà Sương: Nộp hồ sơ – Miến dong',
  ]);
  expect(told('en', { onBehalfOf: 'Hợp tác xã Nà Sương' })).toEqual([
    '  09:00  Nông Thị Bưởi on behalf of Hợp tác xã Nà Sương: File the dossier – Miến dong',
  ]);
});
