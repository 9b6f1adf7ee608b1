import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from './client';
import { UnreachableError } from './problem-error';

interface DeedOptions<Answer> {
  /** What is read again once it is done. */
  readonly refresh: QueryKey;
  readonly onDone: (answer: Answer) => void;
  readonly onError?: (error: Error) => void;
}

/**
 * Something a person does that must be done once. Sent again after no answer came, it carries the same key and is
 * done once; after a refusal it is another deed, with another key.
 */
export function useDeed<Input, Answer>(
  perform: (input: Input, idempotencyKey: string) => Promise<Answer>,
  { refresh, onDone, onError }: DeedOptions<Answer>,
) {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      key.current ??= newIdempotencyKey();
      return perform(input, key.current);
    },
    onSuccess: async (answer) => {
      key.current = null;
      await client.invalidateQueries({ queryKey: refresh });
      onDone(answer);
    },
    onError: (error) => {
      if (!(error instanceof UnreachableError)) key.current = null;
      onError?.(error);
    },
  });
}
