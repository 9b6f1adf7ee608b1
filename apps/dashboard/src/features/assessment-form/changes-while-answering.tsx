import { useQuery } from '@tanstack/react-query';
import { answerChangesQuery } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { answerChangeWords } from '../../messages/answer-change-words';
import { Section } from '../../ui/page';

/** What the patient changed while answering; nothing where nothing was. */
export function ChangesWhileAnswering({ assessmentId }: { readonly assessmentId: string }) {
  const { slug } = useCurrentClinic();
  const query = useQuery(answerChangesQuery(slug, assessmentId));
  const changes = query.data?.changes ?? [];
  if (query.isError)
    return <p role="alert">! Whether answers were changed could not be loaded. Load the page again.</p>;
  if (changes.length === 0) return null;
  return (
    <Section title="Changed while answering">
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            {change.item === 'difficulty' ? 'Difficulty' : `Item ${change.item}`}: {answerChangeWords(change)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
