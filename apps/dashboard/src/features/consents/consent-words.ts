import type { ConsentScope, ConsentState } from '@courseline/contracts';

export const scopeWords: Readonly<Record<ConsentScope, string>> = {
  treatment: 'Treatment',
  messages: 'Messages',
  research: 'Research',
};

/** What the agreement is about, to staff. */
export const scopeMeaning: Readonly<Record<ConsentScope, string>> = {
  treatment: 'Being treated here.',
  messages: 'Reminders and links to questions by email or text. Without it none is sent.',
  research: 'Being counted in research. Without it a patient is in no export for research.',
};

/** What the agreement is about, to the patient. */
export const ownScopeWords: Readonly<Record<ConsentScope, string>> = {
  treatment: 'My treatment',
  messages: 'Messages to me',
  research: 'Research with my data',
};

/** Whether somebody has to do something about it. */
export function wantsSignature(state: ConsentState): boolean {
  return state === 'missing' || state === 'outdated';
}

export const stateWords: Readonly<Record<ConsentState, string>> = {
  'not-asked': 'the clinic has no text for this',
  missing: 'not signed yet',
  given: 'agreed',
  outdated: 'agreed to an earlier text; asked again',
  withdrawn: 'withdrawn',
};
