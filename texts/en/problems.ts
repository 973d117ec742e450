import type { Screens } from '../screens.ts';

export const problems: Screens['problems'] = {
  'outcome-unknown': {
    title: 'Outcome unknown',
    advice: 'The outcome is not known yet. Send exactly this request again with the same command id.',
  },
  'not-found': { title: 'Not found', advice: 'There is no such dossier, or you may not see it. Check the code.' },
  'no-such-page': { title: 'No such page', advice: 'The address is wrong. Go back to the first page.' },
  'unauthorised': { title: 'Not signed in', advice: 'It is not known who you are. Sign in and try again.' },
  'forbidden': { title: 'Not allowed', advice: 'You may not do this. Ask the administrator if you need to.' },
  'malformed': { title: 'Malformed request', advice: 'The request cannot be read. Check what was entered and send it again.' },
  'too-large': { title: 'Request too large', advice: 'Too much was sent. Split it or make it smaller, then send it again.' },
  'too-many': { title: 'Too many requests', advice: 'Too many requests in a short time. Wait a moment and send it again.' },
  'not-ready': { title: 'Not ready', advice: 'The system is starting or has lost a connection. Try again in a few minutes.' },
  'views-behind': { title: 'Being updated', advice: 'The act is recorded and the page is being updated. Reload in a moment.' },
  'read-only': { title: 'Read only', advice: 'This account may only read. Use the account of the person who acts.' },
  'defect': { title: 'System fault', advice: 'This is a fault of the system, not yours. Tell the operator, with the code of the fault.' },
};
