import type { Terms } from '../words.ts';
import { clauses, regulationTopics } from './clauses.ts';
import { settings } from './settings.ts';
import { stages } from './stages.ts';

export const terms: Terms = {
  aggregates: {
    'product-cycle': 'The product', 'council': 'The council', 'certificate': 'The certificate', 'annual-cycle': 'The annual cycle',
    'number-book': 'The number book', 'sitting': 'The sitting',
  },
  stages,
  roles: {
    producer: 'producer', committee: 'People\'s Committee', ocopAgency: 'OCOP agency', decidingAuthority: 'deciding authority',
    administrator: 'administrator', auditor: 'auditor', councilChair: 'council chair', councilMember: 'council member',
    councilSecretary: 'council secretary', engine: 'the engine', anyone: 'proposer',
  },
  levels: { commune: 'commune', district: 'district', province: 'province', central: 'central' },
  kinds: { first: 'first evaluation', upgrade: 'upgrade', renewal: 'renewal' },
  producerKinds: {
    'cooperative': 'cooperative, union of cooperatives', 'cooperative-group': 'cooperative group', 'enterprise': 'small or medium enterprise',
    'farm': 'farm', 'registered-facility': 'registered production facility or household', 'family': 'family household', 'association': 'association',
    'operating-centre': 'operating centre of a tourism site',
  },
  papers: {
    'registration': 'registration form', 'self-assessment': 'self-assessment report', 'plan': 'business plan', 'organisation': 'organisation chart',
    'business-registration': 'business registration', 'samples': 'samples', 'production-eligibility': 'papers of an eligible production facility',
    'quality-declaration': 'declaration of product quality', 'standard': 'product standard', 'test-report': 'test report',
    'barcode-ip': 'barcode, traceability, intellectual property, geographical indication', 'barcode-traceability': 'barcode and traceability stamp',
    'material-origin': 'origin of material, chain contracts', 'quality-system': 'quality management system', 'environment': 'environmental protection',
    'environment-technology': 'environmental protection, sustainable technology', 'local-labour': 'use of local labour', 'growth': 'growth of the business',
    'intellectual-property': 'intellectual property', 'accounting': 'accounting', 'market': 'market and trade promotion', 'promotion': 'promotion of the product',
    'story': 'product story', 'quality-plan': 'quality-control plan, batch records', 'awards': 'awards and votes',
  },
  findings: {
    origin: 'origin of the product and local material', labour: 'local labour', idea: 'origin of the idea', identity: 'local identity and knowledge',
  },
  units: { 'working-days': 'working days', 'days': 'days', 'fixed': 'fixed day' },
  outcomes: { 'recognised': 'recognised', 'sent-up': 'approved and sent to the next level', 'not-passed': 'not passed' },
  endings: { expired: 'expired', superseded: 'superseded' },
  tasks: { 'commune-report': 'report of the commune', 'renewal-evaluation': 'evaluation of the renewal', 'supplement': 'supplement of the dossier' },
  duties: {
    enrol: 'enrol the product in the annual cycle', renewal: 'note the renewal on the certificate', form: 'allocate the form number',
    serial: 'allocate the product serial', certificate: 'issue the certificate', supersede: 'supersede the earlier certificate',
    conclude: 'note the outcome of the renewal', agenda: 'place the product on the agenda', scoring: 'open the scoring of the product',
    panel: 'change the scoring panel', recuse: 'report the recusal', carry: 'carry the dossier over to the next year',
  },
  seats: { chair: 'council chair', viceChair: 'vice-chair', member: 'member', secretary: 'secretary' },
  modes: { meeting: 'meeting', written: 'written opinions' },
  presets: { 'default': 'model regulation', 'tay-ninh': 'as the regulation of Tây Ninh', 'dong-thap': 'as the regulation of Đồng Tháp' },
  runRoles: { report: 'report, no scoring', agencyReport: 'report of the OCOP agency', council: 'council' },
  editions: { 'qd-1048-2019': 'Decision 1048/QĐ-TTg (2019)', 'qd-26-2026': 'Decision 26/2026/QĐ-TTg' },
  regulationTopics,
  clauses,
  settings,
  reminderTopics: {
    'prepare': 'prepare the renewal', 'window-opens': 'renewals can be filed', 'still-time': 'still time to file the renewal',
    'window-closes': 'the renewal window closes soon', 'last-filing-day': 'last day to file the renewal', 'lapsing': 'the certificate ends soon',
    'ended': 'the certificate has ended',
  },
};
