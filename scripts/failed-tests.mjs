// Prints a line for each failed test of a vitest report in JSON, and for each file that did not load: `node failed-tests.mjs <report>`.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const text = readFileSync(process.argv[2], 'utf8');
const { testResults = [] } = text === '' ? {} : JSON.parse(text);
const firstLines = (message) => message.split('\n').slice(0, 3).join(' | ').slice(0, 600);
for (const { name, status, message = '', assertionResults } of testResults) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const { fullName, failureMessages } of failed)
    console.log(`FAILED ${file} > ${fullName}: ${firstLines(failureMessages.join('\n'))}`);
  if (status === 'failed' && failed.length === 0) console.log(`FAILED ${file}: ${firstLines(message)}`);
}
