import { useQuery } from '@tanstack/react-query';
import { answerChangesQuery } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { answerChangeWords } from '../../messages/answer-change-words';

/** What the patient changed the answer to. The alert stays whatever it is: a person closes it. */
export function ItemNineChanges({ assessmentId }: { readonly assessmentId: string }) {
  const { slug } = useCurrentClinic();
  const changes = useQuery(answerChangesQuery(slug, assessmentId)).data?.changes ?? [];
  const words = changes.filter(({ item }) => item === 9).map(answerChangeWords);
  return words.length === 0 ? null : <>, then {words.join(', ')}</>;
}
