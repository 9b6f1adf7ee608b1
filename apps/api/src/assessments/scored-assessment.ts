import {
  AnswerError,
  checkExtraAnswer,
  checkImportedTotal,
  findInstrument,
  scoreAssessment,
  TotalError,
  type InstrumentDefinition,
} from '@courseline/instruments';
import { DomainError } from '../http/domain-error.js';

/** What a person answered, before it is scored. */
export interface FilledIn {
  readonly instrument: string;
  readonly instrumentVersion?: string | undefined;
  /** Null for an instrument of which only the total is kept. */
  readonly answers: readonly (number | null)[] | null;
  readonly difficulty: number | null;
  readonly total: number | null;
}

/** The columns of a revision that come from the answers and the instrument's definition. */
export interface ScoredColumns {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly itemCount: number;
  readonly itemMaximum: number;
  readonly totalMaximum: number;
  readonly answers: (number | null)[] | null;
  readonly difficulty: number | null;
  readonly importedTotal: number | null;
  readonly total: number | null;
  readonly scoreStatus: 'complete' | 'prorated' | 'partial' | 'imported';
}

/** Scores what was filled in; an answer that cannot be is refused with a pointer to it. */
export function scoredColumns(filledIn: FilledIn): ScoredColumns {
  const definition = findInstrument(filledIn.instrument, filledIn.instrumentVersion);
  if (definition === null) throw refused('/instrument', 'This instrument is not known.');
  const shape = {
    instrument: definition.id,
    instrumentVersion: definition.version,
    itemCount: definition.itemCount,
    itemMaximum: definition.itemMaximum,
    totalMaximum: definition.range.max,
  };
  return filledIn.answers === null
    ? { ...shape, ...ofTotal(definition, filledIn.total) }
    : { ...shape, ...ofAnswers(definition, filledIn.answers, filledIn.difficulty) };
}

function ofTotal(definition: InstrumentDefinition, total: number | null) {
  if (total === null) throw refused('/answers', 'Neither answers nor a total were given.');
  try {
    const checked = checkImportedTotal(definition, total);
    return {
      answers: null,
      difficulty: null,
      importedTotal: checked,
      total: checked,
      scoreStatus: 'imported' as const,
    };
  } catch (error) {
    if (error instanceof TotalError) throw refused('/total', error.message);
    throw error;
  }
}

function ofAnswers(
  definition: InstrumentDefinition,
  answers: readonly (number | null)[],
  difficulty: number | null,
) {
  try {
    const score = scoreAssessment(definition, answers);
    if (difficulty !== null) checkExtraAnswer(definition, 'difficulty', difficulty);
    return {
      answers: [...answers],
      difficulty,
      importedTotal: null,
      total: score.total,
      scoreStatus: score.status,
    };
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error;
    const pointer =
      typeof error.item === 'number'
        ? `/answers/${error.item - 1}`
        : error.item === null
          ? '/answers'
          : `/${error.item}`;
    throw refused(pointer, error.message);
  }
}

function refused(pointer: string, detail: string): DomainError {
  return new DomainError('rule-violated', { errors: [{ pointer, detail }] });
}
