import { zodResolver } from '@hookform/resolvers/zod';
import { courseEndReasons, endCourseSchema, type Course, type EndCourse } from '@courseline/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { endCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { endReasonWords } from '../../messages/clinical-words';
import { Dialog } from '../../ui/dialog';
import { DateField } from '../../ui/fields/date-field';
import { emptyIsNull } from '../../ui/fields/empty-is-null';
import { Form, FormEnd } from '../../ui/fields/form';
import { SelectField } from '../../ui/fields/select-field';
import { TextAreaField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';

const reasonOptions = courseEndReasons.map((value) => ({ value, label: endReasonWords[value] }));

interface EndCourseDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
}

export function EndCourseDialog({ course, onClose }: EndCourseDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="End the course">
      <EndCourseForm course={course} onDone={onClose} />
    </Dialog>
  );
}

function EndCourseForm({ course, onDone }: { readonly course: Course; readonly onDone: () => void }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const form = useForm<EndCourse>({
    resolver: zodResolver(endCourseSchema),
    defaultValues: { endedOn: format.today(), endReason: 'completed', endNote: null },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const end = useDeed((body: EndCourse, key) => endCourse(slug, course, body, key), {
    refresh: ['clinic', slug, 'patient', course.patientId],
    onDone,
    onError: (error) => setProblem(placeProblem(form, error, ['endedOn', 'endReason', 'endNote'])),
  });
  const { errors } = form.formState;
  return (
    <Form
      label="End the course"
      onSubmit={(event) =>
        void form.handleSubmit((body) => {
          setProblem(null);
          end.mutate(body);
        })(event)
      }
    >
      <p>Sessions planned after this day are cancelled. The course can be reopened.</p>
      <DateField label="Last day" {...form.register('endedOn')} error={errors.endedOn?.message} />
      <SelectField label="Why" options={reasonOptions} {...form.register('endReason')} />
      <TextAreaField
        label="Note"
        rows={2}
        {...form.register('endNote', { setValueAs: emptyIsNull })}
        error={errors.endNote?.message}
      />
      <FormEnd submit="End the course" pending={end.isPending} problem={problem} />
    </Form>
  );
}
