import type { OwnAnswer, OwnForm } from '@courseline/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../../api/client';
import { useCurrentClinic } from '../../api/current-clinic';
import { beginOwnForm, ownOverviewKey, saveOwnAnswer, submitOwnForm } from '../../api/own-record';
import { isProblem } from '../../api/problem-error';

/** A form being filled in: begun or taken up, saved answer by answer, handed in once. */
export function useOwnForm(instrument: string) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const key = ['clinic', slug, 'own-form', instrument] as const;
  const form = useQuery({
    queryKey: key,
    queryFn: () => beginOwnForm(slug, instrument, newIdempotencyKey()),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: async ({ current, answer }: { current: OwnForm; answer: OwnAnswer }) => {
      try {
        return await saveOwnAnswer(slug, current.id, current.version, answer);
      } catch (error) {
        if (!isProblem(error, 'version-conflict')) throw error;
        // Answered on another device meanwhile: take that up and put this answer on top.
        const latest = await beginOwnForm(slug, instrument, newIdempotencyKey());
        return saveOwnAnswer(slug, latest.id, latest.version, answer);
      }
    },
    onSuccess: (saved) => client.setQueryData(key, saved),
  });
  const submit = useMutation({
    mutationFn: (current: OwnForm) =>
      submitOwnForm(slug, current.id, current.version, `submit-${current.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ownOverviewKey(slug) }),
  });
  return { form, save, submit };
}
