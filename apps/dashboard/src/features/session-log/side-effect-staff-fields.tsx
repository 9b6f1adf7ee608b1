import type { SideEffectEntry } from '@courseline/contracts';
import { seriousCriteria } from '@courseline/treatment';
import { SelectField } from '../../ui/fields/select-field';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import { useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import { criterionWords, gradeWords } from '../../messages/session-words';
import styles from './side-effects.module.css';

interface SideEffectStaffFieldsProps {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly entry: SideEffectEntry;
  readonly onPut: (part: Partial<SideEffectEntry>) => void;
}

/** What staff judge: the CTCAE grade, and whether the event was serious, which is not the same as severe. */
export function SideEffectStaffFields({ id, code, label, entry, onPut }: SideEffectStaffFieldsProps) {
  const { disabled } = useLogEditing();
  return (
    <div id={id} className={styles['staff']}>
      <SelectField
        label="CTCAE grade"
        empty="not graded"
        options={gradeWords.map((words, at) => ({ value: String(at + 1), label: `${at + 1} ${words}` }))}
        value={String(entry.ctcaeGrade ?? '')}
        disabled={disabled}
        onChange={(event) => {
          const grade = event.currentTarget.value;
          onPut({ ctcaeGrade: grade === '' ? null : Number(grade) });
        }}
      />
      <div className={styles['labelled']}>
        <span className={styles['label']}>Serious</span>
        <KeyChoice
          label={`${label}: serious`}
          options={[
            { value: false, key: 'n', label: 'No' },
            { value: true, key: 'y', label: 'Yes' },
          ]}
          value={entry.serious ?? undefined}
          disabled={disabled}
          onChoose={(serious) => onPut(serious ? { serious } : { serious, seriousCriterion: null })}
        />
      </div>
      {entry.serious === true && (
        <SelectField
          label="Because of"
          empty="choose the criterion"
          options={seriousCriteria.map((value) => ({ value, label: criterionWords[value] }))}
          value={entry.seriousCriterion ?? ''}
          disabled={disabled}
          onChange={(event) => {
            const chosen = seriousCriteria.find((each) => each === event.currentTarget.value);
            onPut({ seriousCriterion: chosen ?? null });
          }}
        />
      )}
      <div className={styles['labelled']}>
        <span className={styles['label']}>Reported by</span>
        <KeyChoice
          label={`${label}: reported by`}
          options={[
            { value: 'patient', key: 'p', label: 'Patient' },
            { value: 'staff', key: 't', label: 'Staff' },
          ]}
          value={entry.reporter}
          disabled={disabled}
          onChoose={(reporter) => onPut({ reporter: reporter === 'staff' ? 'staff' : 'patient' })}
        />
      </div>
      <QuickField
        label="Note"
        field={`side-effects/${code}/note`}
        inputMode="text"
        width="20rem"
        shown={entry.note ?? ''}
        parse={(text) =>
          text.trim().length > 2000 ? { error: 'At most 2000 letters.' } : { value: text.trim() }
        }
        onCommit={(note) => onPut({ note })}
      />
    </div>
  );
}
