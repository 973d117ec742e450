import { setting, type SettingName, type SettingValue } from './settings.ts';
import type { EditionId } from './terms.ts';

/** A sentence that some edition may or may not contain. Rules and commands name one; each edition answers all of them. */
export type Clause =
  | 'idea.proposal'
  | 'idea.review'
  | 'plan.submission'
  | 'plan.review'
  | 'plan.implementation'
  | 'dossier.filing'
  | 'dossier.edition'
  | 'dossier.components'
  | 'dossier.kind'
  | 'dossier.producer'
  | 'dossier.onePerProduct'
  | 'dossier.ideaFirst'
  | 'dossier.window'
  | 'dossier.receipt'
  | 'dossier.samples'
  | 'dossier.withdrawal'
  | 'producer.onBehalf'
  | 'supplement.request'
  | 'supplement.answer'
  | 'commune.report'
  | 'commune.findings'
  | 'request.nextLevel'
  | 'request.forwarding'
  | 'request.cutoff'
  | 'request.complete'
  | 'agency.report'
  | 'advice.assessment'
  | 'advice.siteVisit'
  | 'advice.tests'
  | 'agenda.place'
  | 'agenda.mode'
  | 'agenda.round'
  | 'scoring.open'
  | 'scoring.panel'
  | 'scoring.sheet'
  | 'scoring.parts'
  | 'scoring.recusal'
  | 'scoring.secretary'
  | 'scoring.close'
  | 'scoring.allSheets'
  | 'opinions.referral'
  | 'opinions.differ'
  | 'result.report'
  | 'result.minutes'
  | 'result.sendingDown'
  | 'result.acceptance'
  | 'result.evaluationAgain'
  | 'result.notice'
  | 'result.publication'
  | 'gate.closing'
  | 'gate.decider'
  | 'redo.order'
  | 'decision.submission'
  | 'decision.sendBack'
  | 'decision.recognition'
  | 'decision.authority'
  | 'decision.star'
  | 'decision.approval'
  | 'decision.certifiable'
  | 'upgrade.lowerStar'
  | 'upgrade.sameStar'
  | 'correction.field'
  | 'correction.stars'
  | 'legalAct.document'
  | 'legalAct.effectiveOn'
  | 'council.formation'
  | 'council.regulation'
  | 'council.seat'
  | 'council.advisoryTeam'
  | 'council.substitutes'
  | 'council.authorisation'
  | 'council.conflict'
  | 'sitting.convening'
  | 'sitting.dispatch'
  | 'sitting.adjournment'
  | 'sitting.attendance'
  | 'sitting.opening'
  | 'sitting.quorum'
  | 'sitting.chair'
  | 'sitting.closing'
  | 'sitting.minutes'
  | 'certificate.issue'
  | 'certificate.term'
  | 'certificate.window'
  | 'certificate.reminders'
  | 'certificate.renewal'
  | 'certificate.superseding'
  | 'certificate.expiry'
  | 'certificate.inForce'
  | 'certificate.takingOver'
  | 'certificate.lateFiling'
  | 'certificate.decisionPending'
  | 'certificate.inspection'
  | 'certificate.productionStop'
  | 'certificate.verification'
  | 'certificate.revocation'
  | 'certificate.revocationGround'
  | 'certificate.revocationTerm'
  | 'certificate.revocationAuthority'
  | 'certificate.replanning'
  | 'certificate.withdrawal'
  | 'certificate.surrender'
  | 'certificate.holder'
  | 'certificate.copy'
  | 'annualCycle.opening'
  | 'annualCycle.rounds'
  | 'annualCycle.extraRound'
  | 'annualCycle.enrolment'
  | 'annualCycle.renewals'
  | 'annualCycle.pause'
  | 'annualCycle.closing'
  | 'annualCycle.unfinished'
  | 'transition.pending'
  | 'transition.closing'
  | 'territory.unit'
  | 'numbers.form'
  | 'numbers.serial'
  | 'numbers.certificate'
  | 'calendar.range'
  | 'work.overdue';

/** What the national texts leave to a council's own regulation (Quy chế). */
export type RegulationTopic =
  | 'advice'
  | 'agenda'
  | 'scoring'
  | 'panel'
  | 'secretary'
  | 'sheets'
  | 'convening'
  | 'dispatch'
  | 'attendance'
  | 'quorum'
  | 'chair'
  | 'minutes';

/**
 * Where an edition says it. `article`: in a text; a bare number is an article of the edition's own decision ('7.3.e'), 'App.' an appendix
 * and 'form' a form of it, and a decision's name alone ('QĐ 1048') means that the text says so in an article we do not know.
 * `councilRegulation`: left to the council. `setting`: nowhere, a working answer fills the gap. `silent`: this edition has no such rule,
 * and none is applied.
 */
export type Basis =
  | { readonly article: string }
  | { readonly councilRegulation: RegulationTopic }
  | { readonly setting: SettingName }
  | { readonly silent: true };

/**
 * A value of the law with the place that states it. A record of several numbers carries its own `basis` field; a lone value is wrapped in
 * this.
 */
export interface Stated<Value> {
  readonly value: Value;
  readonly basis: Basis;
}

export const article = <Value>(place: string, value: Value): Stated<Value> => ({ value, basis: { article: place } });
/** A working answer of ours, as it stands in the settings. */
export const answered = <Name extends SettingName>(name: Name, edition: { readonly id: EditionId }): Stated<SettingValue<Name>> => ({
  value: setting(name, edition),
  basis: { setting: name },
});
/** A working answer whose value is data of the edition itself. */
export const bySetting = <Value>(name: SettingName, value: Value): Stated<Value> => ({ value, basis: { setting: name } });
/** This edition has no such rule; `value` is what that means, mostly null or an empty list. */
export const unstated = <Value>(value: Value): Stated<Value> => ({ value, basis: { silent: true } });
