import { showDay } from '../../domain/kernel/instant.ts';
import type { Screens } from '../screens.ts';
import { counted } from './counted.ts';
import { problems } from './problems.ts';

export const screens: Screens = {
  product: 'The annual OCOP cycle',
  rehearsalMark: 'REHEARSAL – without legal effect',
  language: 'English',
  answers: { yes: 'yes', no: 'no', none: 'none', nobody: 'nobody yet', unknown: 'not known' },
  problems,
  headings: {
    worklist: 'Worklist', products: 'Products', product: 'Product dossier', timeline: 'Timeline', councils: 'Councils', certificates: 'Certificates',
    annualCycles: 'Annual cycles', refusals: 'Refused', verification: 'Check a certificate', search: 'Search', status: 'State of the system',
    commands: 'What can be done',
  },
  worklist: {
    code: 'Dossier code', name: 'Product', producer: 'Producer', task: 'To do', due: 'Due', left: 'Left (working days)', holder: 'Who has it',
    appointment: 'Appointment date', none: 'Nothing to do.', overdue: 'Overdue', provisional: 'provisional',
    daysLeft: (days) => (days < 0 ? `${counted(-days, 'working day')} overdue` : days === 0 ? 'due today' : `${counted(days, 'working day')} left`),
  },
  timeline: {
    at: 'When', recordedAt: 'Entered at', effectiveOn: 'In effect from', person: 'By', onBehalfOf: 'On behalf of', event: 'What', document: 'Paper',
    basis: 'Basis', none: 'Nothing has been recorded yet.',
  },
  fields: {
    code: 'Dossier code', name: 'Product', stage: 'Stage', producer: 'Producer', commune: 'Commune', province: 'Province', level: 'Level', kind: 'Kind',
    edition: 'Rules applied', set: 'Product set', mean: 'Mean total', star: 'Stars', round: 'Round', productCode: 'Product code',
    formNumber: 'Form number', certificate: 'Certificate', certificateNumber: 'Certificate number', issuer: 'Issuer', effectiveOn: 'In effect from',
    lastDay: 'Valid to the end of', filedOn: 'Filed on', year: 'Year', plan: 'Plan', quorum: 'Quorum', members: 'Members', present: 'Present',
    sheets: 'Sheets submitted', holder: 'Who has it', nextStep: 'Next step', computation: 'How it is computed', rule: 'Basis',
    documentNumber: 'Number of the paper', signedOn: 'Signed on', signatory: 'Signatory',
  },
  validity: {
    inForce: 'in force', expired: 'expired', superseded: 'superseded', numberPending: 'certificate number being allocated', notFound: 'not found',
    until: (day) => `valid to the end of ${showDay(day)}`,
  },
  done: {
    accepted: 'Recorded.',
    nextStep: (task, holder) => `Next: ${task} (${holder}).`,
    recordedAt: (position) => `Position in the log: ${position}`,
  },
  paging: { next: 'Next page', previous: 'Previous page', counted: (count) => counted(count, 'row') },
  rehearsal: {
    title: (story) => `Result of the rehearsal: ${story}`,
    day: 'Day', step: 'Step', person: 'By', act: 'Act', expected: 'Expected', actual: 'Actual', result: 'Result', passed: 'right', failed: 'wrong',
    line: 'Line', accepted: 'recorded', refused: (name) => `refused: ${name}`, events: 'Recorded', nothing: 'nothing',
    notKnown: (verb) => `There is no act "${verb}". See the list of acts.`,
    summary: ({ steps, passed, failed, seconds }) => `${counted(steps, 'step')}, ${passed} right, ${failed} wrong, in ${seconds.toFixed(1)} seconds.`,
    stoppedAt: (line) => `Stopped at line ${line}.`,
  },
  operation: {
    component: 'Component', state: 'State', address: 'Address', position: 'Position', behind: (events) => `${counted(events, 'event')} behind`,
    health: { ready: 'ready', starting: 'starting', degraded: 'degraded', failed: 'failed', stopped: 'stopped' },
    starting: (name) => `Starting ${name}…`, ready: (address) => `The system is ready at ${address}`, stopping: 'Stopping…', stopped: 'Stopped.',
    nothingToDo: 'There is nothing to do.', usage: 'Usage', cause: 'Cause', whatToDo: 'What to do', nodeTooOld: 'Node.js 24 or later is needed.',
    alreadyRunning: (pid) => `The system is running already (process ${pid}).`,
  },
};
