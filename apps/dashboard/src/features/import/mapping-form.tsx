import type { ReactNode } from 'react';
import { TextField } from '../../ui/fields/text-field';
import { AnswerFields, DuplicateFields } from './answer-fields';
import { ContextFields } from './context-fields';
import { CourseFields } from './course-fields';
import { DayFields } from './day-fields';
import { FormsFields } from './forms-fields';
import styles from './import.module.css';
import { useMapping } from './mapping-context';
import { problemAt } from './mapping-draft';
import { PersonFields } from './person-fields';

/** How the columns become patients, courses and forms: guessed, and a person's to put right. */
export function MappingForm() {
  const { draft, problems, change } = useMapping();
  return (
    <div className={styles['mapping']}>
      <Part name="Who">
        <PersonFields />
      </Part>
      <Part name="When">
        <DayFields />
      </Part>
      <Part name="Course">
        <CourseFields />
      </Part>
      <Part name="Forms">
        <FormsFields />
        <ContextFields />
      </Part>
      {draft.forms.layout === 'wide' && (
        <Part name="Answers">
          <AnswerFields />
        </Part>
      )}
      <Part name="If it was imported before">
        <TextField
          label="Source"
          hint="The name of where these rows come from. The same row of the same source is known again."
          error={problemAt(problems, 'source')}
          value={draft.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <DuplicateFields />
      </Part>
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['partName']}>{name}</legend>
      {children}
    </fieldset>
  );
}
