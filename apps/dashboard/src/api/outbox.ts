import {
  dueFormSchema,
  id,
  instant,
  newCheckInNoteSchema,
  newOwnSideEffectSchema,
  ownAnswersSchema,
  ownFormSchema,
  type AnswerConflict,
  type OwnAnswer,
  type OwnForm,
  type SavedOwnAnswers,
} from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { z } from 'zod';

/** What waits to be sent is kept this long, and no longer. */
export const keptDays = 7;
const keptMilliseconds = keptDays * 24 * 60 * 60 * 1000;

const queuedAnswerSchema = ownAnswersSchema.shape.answers.element;
const conflictSchema = z.object({
  sequence: z.number(),
  item: queuedAnswerSchema.shape.item,
  here: z.number().nullable(),
  there: z.number().nullable(),
});

const outboxFormSchema = z.object({
  /** Names the sender of these answers, whose numbers begin at 1: a form taken up anew has a new one. */
  device: id(),
  /** As the server has it; before it was begun there, as an empty one with no id and version 0. */
  form: ownFormSchema.extend({ id: id().nullable() }),
  startedAt: instant(),
  /** How many answers this device has given to it in all, sent ones included. */
  given: z.number(),
  /** Not known to have arrived, in order. */
  unsent: z.array(queuedAnswerSchema),
  conflicts: z.array(conflictSchema),
  handIn: z.object({ key: z.string(), at: instant() }).nullable(),
});
export type OutboxForm = z.infer<typeof outboxFormSchema>;

const keyed = <Body extends z.ZodType>(body: Body) => z.object({ key: z.string(), at: instant(), body });

/** What of a check-in has not reached the clinic yet, and where the check-in stands: nothing else of the record. */
export const outboxSchema = z.object({
  forms: z.array(outboxFormSchema),
  effects: z.array(keyed(newOwnSideEffectSchema)),
  notes: z.array(keyed(newCheckInNoteSchema)),
  /** What was asked when this device last had a network, so that a check-in can go on without one. */
  asked: z.array(dueFormSchema),
  session: z.object({ sessionId: id(), onDate: z.string(), asked: z.boolean() }).nullable(),
  /** Forms that were handed in elsewhere, of which the person has not been told yet. */
  elsewhere: z.array(z.string()),
  /** Something too old was thrown away, of which the person has not been told yet. */
  dropped: z.boolean(),
});
export type Outbox = z.infer<typeof outboxSchema>;

export const emptyOutbox: Outbox = {
  forms: [],
  effects: [],
  notes: [],
  asked: [],
  session: null,
  elsewhere: [],
  dropped: false,
};

/** The next thing to send, one at a time: a form is begun before its answers, and they come before it is handed in. */
export type Deed =
  | { readonly kind: 'begin'; readonly instrument: OwnForm['instrument']; readonly startedAt: string }
  | {
      readonly kind: 'answers';
      readonly instrument: OwnForm['instrument'];
      readonly formId: string;
      readonly device: string;
      readonly answers: OutboxForm['unsent'];
    }
  | {
      readonly kind: 'hand-in';
      readonly instrument: OwnForm['instrument'];
      readonly formId: string;
      readonly version: number;
      readonly key: string;
      readonly at: string;
    }
  | { readonly kind: 'effect'; readonly item: Outbox['effects'][number] }
  | { readonly kind: 'note'; readonly item: Outbox['notes'][number] };

export function nextDeed(outbox: Outbox): Deed | null {
  for (const { device, form, startedAt, unsent, handIn, conflicts } of outbox.forms) {
    const { instrument } = form;
    if (unsent.length === 0 && handIn === null) continue;
    if (form.id === null) return { kind: 'begin', instrument, startedAt };
    if (unsent.length > 0) return { kind: 'answers', instrument, formId: form.id, device, answers: unsent };
    // Which of two answers is right is for the person to say first.
    if (handIn !== null && conflicts.length === 0)
      return { kind: 'hand-in', instrument, formId: form.id, version: form.version, ...handIn };
  }
  const [effect] = outbox.effects;
  if (effect !== undefined) return { kind: 'effect', item: effect };
  const [note] = outbox.notes;
  return note === undefined ? null : { kind: 'note', item: note };
}

/** How much has not arrived: answers, forms to hand in, and words. */
export function unsentCount({ forms, effects, notes }: Outbox): number {
  const ofForms = forms.map(({ unsent, handIn }) => unsent.length + (handIn === null ? 0 : 1));
  return [...ofForms, effects.length, notes.length].reduce((sum, each) => sum + each, 0);
}

/** Whether an answer to this question waits. */
export function isUnsent(outbox: Outbox, instrument: string, item: OwnAnswer['item']): boolean {
  const found = outbox.forms.find(({ form }) => form.instrument === instrument);
  return found?.unsent.some((answer) => answer.item === item) ?? false;
}

/** The form as the person sees it: what the server has, and over it what was answered here since. */
export function shownForm({ form, unsent }: OutboxForm): OutboxForm['form'] {
  return unsent.reduce(withAnswer, form);
}

function withAnswer<
  Form extends Pick<OwnForm, 'answers' | 'seen' | 'difficulty' | 'instrument' | 'showCrisisPage'>,
>(form: Form, { item, answer }: OwnAnswer): Form {
  if (item === 'difficulty') return { ...form, difficulty: answer };
  const answers = form.answers.map((each, index) => (index === item - 1 ? answer : each));
  const harm = form.instrument === 'phq-9' && (answers[8] ?? 0) > 0;
  return { ...form, answers, seen: Math.max(form.seen, item), showCrisisPage: harm };
}

/** When something happens, and keys that nothing else has. */
export interface Moment {
  readonly now: Date;
  readonly newKey: () => string;
}

/** A form of this instrument, begun here or taken up; the server's is laid under what waits here. */
export function takeUp(
  outbox: Outbox,
  instrument: OwnForm['instrument'],
  { now, newKey }: Moment,
  server?: OwnForm,
): Outbox {
  const known = outbox.forms.find(({ form }) => form.instrument === instrument);
  if (
    known !== undefined &&
    (server === undefined || known.form.id === null || known.form.id === server.id)
  ) {
    return server === undefined ? outbox : changed(outbox, instrument, (each) => ({ ...each, form: server }));
  }
  const blank: OutboxForm['form'] = {
    id: null,
    instrument,
    version: 0,
    answers: Array.from({ length: getInstrument(instrument).itemCount }, () => null),
    seen: 0,
    difficulty: null,
    showCrisisPage: false,
  };
  const begun: OutboxForm = {
    device: newKey(),
    form: server ?? blank,
    startedAt: now.toISOString(),
    given: 0,
    unsent: [],
    conflicts: [],
    handIn: null,
  };
  // The one that was known is closed on the server: what waited for it came too late.
  const tooLate = known !== undefined && known.unsent.length > 0;
  return {
    ...outbox,
    forms: [...outbox.forms.filter((each) => each !== known), begun],
    elsewhere: tooLate ? [...outbox.elsewhere, instrument] : outbox.elsewhere,
  };
}

export function answered(
  outbox: Outbox,
  instrument: OwnForm['instrument'],
  { item, answer }: OwnAnswer,
  moment: Moment,
): Outbox {
  const givenAt = moment.now.toISOString();
  return changed(takeUp(outbox, instrument, moment), instrument, (each) => ({
    ...each,
    given: each.given + 1,
    unsent: [...each.unsent, { sequence: each.given + 1, item, answer, basis: each.form.version, givenAt }],
    conflicts: each.conflicts.filter((conflict) => conflict.item !== item),
  }));
}

/** The other answer to a question stays. */
export function conceded(outbox: Outbox, instrument: string, item: OwnAnswer['item']): Outbox {
  return changed(outbox, instrument, (each) => ({
    ...each,
    conflicts: each.conflicts.filter((conflict) => conflict.item !== item),
  }));
}

/** These forms are handed in as they stand. */
export function handedIn(outbox: Outbox, instruments: readonly string[], { now, newKey }: Moment): Outbox {
  const at = now.toISOString();
  return instruments.reduce(
    (known, instrument) =>
      changed(known, instrument, (each) => ({ ...each, handIn: each.handIn ?? { key: newKey(), at } })),
    outbox,
  );
}

/** What the server said to a deed that it did. */
export type Reply =
  | { readonly kind: 'begun'; readonly form: OwnForm }
  | { readonly kind: 'saved'; readonly saved: SavedOwnAnswers }
  /** The form was changed elsewhere between this device's last look and its hand-in. */
  | { readonly kind: 'changed'; readonly form: OwnForm }
  | { readonly kind: 'handed-in-elsewhere' }
  | { readonly kind: 'done' };

/** The outbox after a deed was answered: what arrived leaves it, what met another answer is marked. */
export function settled(outbox: Outbox, deed: Deed, reply: Reply): Outbox {
  switch (deed.kind) {
    case 'effect':
      return { ...outbox, effects: outbox.effects.filter(({ key }) => key !== deed.item.key) };
    case 'note':
      return { ...outbox, notes: outbox.notes.filter(({ key }) => key !== deed.item.key) };
    default:
      return settledForm(outbox, deed, reply);
  }
}

function settledForm(outbox: Outbox, deed: Extract<Deed, { instrument: string }>, reply: Reply): Outbox {
  const { instrument } = deed;
  switch (reply.kind) {
    case 'begun':
      return changed(outbox, instrument, (each) => ({ ...each, form: reply.form }));
    case 'saved': {
      const { form, conflicts, handedIn: closed } = reply.saved;
      const sent = deed.kind === 'answers' ? (deed.answers.at(-1)?.sequence ?? 0) : 0;
      if (closed) return without(outbox, instrument, conflicts.length > 0);
      return changed(outbox, instrument, (each) => ({
        ...each,
        form,
        unsent: each.unsent.filter(({ sequence }) => sequence > sent),
        conflicts: [...each.conflicts.filter((known) => !sameItem(conflicts, known)), ...conflicts],
      }));
    }
    case 'changed':
      // The person looks at the form as it is now before it is handed in.
      return changed(outbox, instrument, (each) => ({ ...each, form: reply.form, handIn: null }));
    case 'handed-in-elsewhere':
      return without(outbox, instrument, true);
    case 'done':
      return without(outbox, instrument, false);
  }
}

function sameItem(
  conflicts: readonly AnswerConflict[],
  known: { readonly item: OwnAnswer['item'] },
): boolean {
  return conflicts.some(({ item }) => item === known.item);
}

function without(outbox: Outbox, instrument: string, elsewhere: boolean): Outbox {
  return {
    ...outbox,
    forms: outbox.forms.filter(({ form }) => form.instrument !== instrument),
    asked: outbox.asked.filter((form) => form.instrument !== instrument),
    elsewhere: elsewhere ? [...outbox.elsewhere, instrument] : outbox.elsewhere,
  };
}

function changed(outbox: Outbox, instrument: string, change: (form: OutboxForm) => OutboxForm): Outbox {
  return {
    ...outbox,
    forms: outbox.forms.map((each) => (each.form.instrument === instrument ? change(each) : each)),
  };
}

/** Without what is too old to be kept. */
export function withoutOld(outbox: Outbox, now: Date): Outbox {
  const isOld = (at: string): boolean => now.getTime() - Date.parse(at) > keptMilliseconds;
  const oldForm = ({ unsent, handIn }: OutboxForm): boolean =>
    unsent.some(({ givenAt }) => isOld(givenAt)) || (handIn !== null && isOld(handIn.at));
  const forms = outbox.forms.filter((form) => !oldForm(form));
  const effects = outbox.effects.filter(({ at }) => !isOld(at));
  const notes = outbox.notes.filter(({ at }) => !isOld(at));
  const dropped =
    forms.length + effects.length + notes.length <
    outbox.forms.length + outbox.effects.length + outbox.notes.length;
  return { ...outbox, forms, effects, notes, dropped: outbox.dropped || dropped };
}
