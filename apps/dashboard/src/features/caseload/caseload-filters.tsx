import { coursePhaseSchema, indications, type Caseload } from '@courseline/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { indicationWords, phaseWords } from '../../messages/clinical-words';
import { Segments } from '../../ui/segments';
import type { ShownCaseload } from './caseload-rows';
import { readView, type CaseloadSort, type CaseloadView } from './caseload-view';
import styles from './caseload.module.css';

interface CaseloadFiltersProps {
  readonly caseload: Caseload;
  readonly shown: ShownCaseload;
  readonly view: CaseloadView;
  readonly onView: (change: Partial<CaseloadView>) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const sortWords: Readonly<Record<CaseloadSort, string>> = {
  attention: 'Needs attention first',
  next: 'Next session first',
  name: 'By name',
  score: 'Highest PHQ-9 first',
  change: 'Largest rise of PHQ-9 first',
};

/** Which patients are shown and in which order. All but the typed text stands in the address. */
export function CaseloadFilters({ caseload, shown, view, onView, text, onText }: CaseloadFiltersProps) {
  const isMixed = caseload.rows.some(({ mine }) => mine) && caseload.rows.some(({ mine }) => !mine);
  const { counts } = shown;
  const change = (name: keyof CaseloadView, value: string): void => {
    // Through the address's own reader, so that a select can only say what an address can.
    const params = new URLSearchParams({ [name]: value });
    onView({ [name]: readView(params)[name] });
  };
  return (
    <div className={styles['filters']} role="group" aria-label="Which patients are shown">
      <Segments
        label="Show"
        options={[
          { value: 'all', label: `Patients ${counts.all}` },
          { value: 'attention', label: `Needs attention ${counts.attention}` },
          { value: 'today', label: `Today ${counts.today}` },
        ]}
        value={view.show}
        onChange={(show) => onView({ show })}
      />
      {isMixed && (
        <Segments
          label="Whose patients"
          options={[
            { value: 'clinic', label: 'Whole clinic' },
            { value: 'mine', label: 'Mine' },
          ]}
          value={view.onlyMine ? 'mine' : 'clinic'}
          onChange={(who) => onView({ onlyMine: who === 'mine' })}
        />
      )}
      <TextInput
        type="search"
        aria-label="Search by name or record number"
        placeholder="Name or record number"
        className={styles['search'] ?? ''}
        value={text}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Indication"
        className={styles['select'] ?? ''}
        value={view.indication ?? ''}
        onChange={(event) => change('indication', event.currentTarget.value)}
        data={[
          { value: '', label: 'All indications' },
          ...indications.map((value) => ({ value, label: indicationWords[value].long })),
        ]}
      />
      <NativeSelect
        aria-label="Phase"
        className={styles['select'] ?? ''}
        value={view.phase ?? ''}
        onChange={(event) => change('phase', event.currentTarget.value)}
        data={[
          { value: '', label: 'All phases' },
          ...coursePhaseSchema.options.map((value) => ({ value, label: phaseWords[value] })),
          { value: 'none', label: 'No course yet' },
          { value: 'ended', label: 'Course ended' },
        ]}
      />
      <NativeSelect
        aria-label="Order"
        className={styles['select'] ?? ''}
        value={view.sort}
        onChange={(event) => change('sort', event.currentTarget.value)}
        data={Object.entries(sortWords).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}
