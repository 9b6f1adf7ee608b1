import { savedOwnAnswersSchema } from '@courseline/contracts';
import { pathOf, request } from './client';
import type { Deed, Reply } from './outbox';
import { beginOwnForm, findOwnForm, reportOwnSideEffect, sendCheckInNote, submitOwnForm } from './own-record';
import type { Send } from './own-outbox';
import { isProblem } from './problem-error';

/** Does the deeds of an outbox at a clinic. */
export function sendTo(clinic: string): Send {
  return async (deed: Deed): Promise<Reply> => {
    try {
      return await done(clinic, deed);
    } catch (error) {
      // Handed in or begun elsewhere meanwhile: the answers stay where they were given, and the person is told.
      const tooLate = isProblem(error, 'conflict') && (deed.kind === 'begin' || deed.kind === 'hand-in');
      if (tooLate) return { kind: 'handed-in-elsewhere' };
      if (isProblem(error, 'version-conflict') && deed.kind === 'hand-in')
        return { kind: 'changed', form: await findOwnForm(clinic, deed.formId) };
      throw error;
    }
  };
}

async function done(clinic: string, deed: Deed): Promise<Reply> {
  switch (deed.kind) {
    case 'begin': {
      const { instrument, startedAt } = deed;
      // A form that is open is taken up: asking twice begins one.
      return {
        kind: 'begun',
        form: await beginOwnForm(clinic, instrument, crypto.randomUUID(), startedAt),
      };
    }
    case 'answers': {
      const { device, answers } = deed;
      const saved = await request('POST', pathOf`/c/${clinic}/me/forms/${deed.formId}/answers`, {
        body: { device, answers },
        schema: savedOwnAnswersSchema,
      });
      return { kind: 'saved', saved };
    }
    case 'hand-in':
      await submitOwnForm(clinic, deed.formId, deed.version, deed.key, deed.at);
      return { kind: 'done' };
    case 'effect':
      await reportOwnSideEffect(clinic, deed.item.body, deed.item.key);
      return { kind: 'done' };
    case 'note':
      await sendCheckInNote(clinic, deed.item.body, deed.item.key);
      return { kind: 'done' };
  }
}
