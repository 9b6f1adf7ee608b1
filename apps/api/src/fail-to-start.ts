import { QueryFailedError } from 'typeorm';

/** Says in words why the process cannot start, and ends it. */
export function failToStart(error: unknown): never {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('\n');
  if (error instanceof QueryFailedError) return `The database refused: ${error.message}`;
  return error instanceof Error ? error.message : 'The process could not start.';
}
