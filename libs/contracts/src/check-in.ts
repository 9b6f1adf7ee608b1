import { z } from 'zod';
import { instant } from './dates.js';
import { id } from './ids.js';
import { note } from './text.js';

/** Whether anything was noticed after the last session, as the patient was asked. */
export const sideEffectAnswers = ['none', 'some', 'not-asked'] as const;

/** POST /api/c/:clinic/me/check-in-notes: what a patient says after the forms. */
export const newCheckInNoteSchema = z
  .strictObject({
    /** The session that was asked about; null where none was. */
    sessionId: id().nullable(),
    sideEffects: z.enum(sideEffectAnswers),
    note: note(4000).nullable(),
    writtenAt: instant(),
  })
  .refine((said) => said.sideEffects === 'not-asked' || said.sessionId !== null, {
    path: ['sessionId'],
    message: 'Side effects are asked about a session.',
  })
  .refine((said) => said.sideEffects !== 'not-asked' || said.note !== null, {
    path: ['note'],
    message: 'There is nothing in it.',
  });
export type NewCheckInNote = z.infer<typeof newCheckInNoteSchema>;

export const checkInNoteSchema = z.object({
  id: id(),
  sideEffects: z.enum(sideEffectAnswers),
  /** The day of the session that was asked about. */
  sessionOn: z.string().nullable(),
  note: z.string().nullable(),
  writtenAt: instant(),
});
export type CheckInNote = z.infer<typeof checkInNoteSchema>;

/** GET /api/c/:clinic/patients/:patient/check-in-notes: the latest first, at most 20. */
export const checkInNotesSchema = z.object({ notes: z.array(checkInNoteSchema) });
export type CheckInNotes = z.infer<typeof checkInNotesSchema>;

/** One question whose answer was changed before the form was handed in, or met another one given elsewhere. */
export const answerChangeSchema = z.object({
  item: z.union([z.number().int(), z.literal('difficulty')]),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  /** Since the first answer to this question. */
  secondsAfter: z.number().int(),
  /** Given on another device and kept out of the form. */
  setAside: z.boolean(),
});
export type AnswerChange = z.infer<typeof answerChangeSchema>;

/** GET /api/c/:clinic/assessments/:assessment/answer-changes, in the order in which they came. */
export const answerChangesSchema = z.object({ changes: z.array(answerChangeSchema) });
export type AnswerChanges = z.infer<typeof answerChangesSchema>;
