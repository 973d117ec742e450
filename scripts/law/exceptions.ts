import type { SettingName } from '../../domain/edition/settings.ts';
import type { Exception } from './audit.ts';

const built = (where: string) => `only this answer is built: \`${where}\``;
const later = (act: string) => `for a later act: ${act}`;
const minima = later('the minima of stars, judged by criteria');
const criteria = later('sheets by criteria');

/** Settings that no line of code reads, each with the reason. One that is read after all is a fault. */
const idle: { readonly [Name in SettingName]?: string } = {
  'rank.roundBeforeBand': built('domain/edition/classify.ts'),
  'display.decimals': built('domain/kernel/exact.ts'),
  'display.rounding': built('domain/kernel/exact.ts'),
  'starMinima.mode': minima,
  'starMinima.cumulative': minima,
  'starMinima.set26': minima,
  'forward.requiresMinima': minima,
  'central.minimaMissed': minima,
  'nextStar.shown': minima,
  'criterion.none': criteria,
  'criterion.storyStructureWithoutStory': criteria,
  'sets.case.choice': criteria,
  'scoring.order': criteria,
  'gate.waterSensoryZero': criteria,
  'gate.precedence': criteria,
  'gate.zeroOption': criteria,
  'clock.countFirstDay': built('domain/calendar/working-days.ts'),
  'clock.deadlineOnHoliday': built('domain/calendar/working-days.ts'),
  'calendar.cultureDay': built('domain/calendar/holidays.data.ts'),
  'expiry.rollOnHoliday': built('domain/edition/validity.ts'),
  'renewal.window.rollWeekend': built('domain/edition/validity.ts'),
  'commune.clock.onReturn': built('domain/product-cycle/receipt.ts'),
  'lateFiling.scope': built('domain/certificate/extension.ts'),
  'lateFiling.maxDays': built('domain/certificate/extension.ts'),
  'round.cycleYear': built('domain/edition/rounds.ts'),
  'fiveStarCandidate.interimRecognition': built('domain/product-cycle/decision.ts'),
  'figures.fiveStarCandidate': later('figures of a province'),
  'transition.rollOnHoliday': built('domain/edition/transition.ts'),
  'productCode.reissueOnMerger': built('domain/product-cycle/product-code.ts'),
  'productCode.keepOnRenewal': built('domain/product-cycle/product-code.ts'),
  'formNumber.order': built('domain/product-cycle/product-code.ts'),
  'expiry.confirmByDecision': built('domain/certificate/deadlines.ts'),
  'commune.mayRefuse': built('domain/product-cycle/commune-report.ts'),
  'complaint.enabled': later('complaints'),
};
const holes: readonly Exception[] = [
  {
    hole: 'nobody names dossier.ideaFirst',
    reason: 'no edition asks for an idea first; for the choice of a province, `cycle.ideaRequired`',
  },
];
export const idleSettings: ReadonlyMap<string, string> = new Map(Object.entries(idle));
export const exceptions: readonly Exception[] = [
  ...holes,
  ...Object.entries(idle).map(([name, reason]) => ({ hole: `nothing rests on ${name}`, reason })),
];
