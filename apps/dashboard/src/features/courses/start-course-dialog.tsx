import { zodResolver } from '@hookform/resolvers/zod';
import { startCourseSchema, type Course, type StartCourse } from '@courseline/contracts';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { startCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { treatmentWords } from '../../messages/clinical-words';
import { Callout } from '../../ui/callout';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { useFormat } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';
import { CourseFields } from './course-fields';
import { courseFieldNames, newCourse } from './course-form-values';

interface StartCourseDialogProps {
  readonly patientId: string;
  /** A course of ketamine or esketamine that has not ended. */
  readonly running: Course | undefined;
  readonly onClose: () => void;
  readonly onStarted: (course: Course) => void;
}

export function StartCourseDialog({ onClose, ...form }: StartCourseDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Start a course" size="lg">
      <StartCourseForm {...form} />
    </Dialog>
  );
}

function StartCourseForm({ patientId, running, onStarted }: Omit<StartCourseDialogProps, 'onClose'>) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const form = useForm<StartCourse>({
    resolver: zodResolver(startCourseSchema),
    defaultValues: newCourse(format.today()),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const start = useDeed((body: StartCourse, key) => startCourse(slug, patientId, body, key), {
    refresh: ['clinic', slug, 'patient', patientId],
    onDone: onStarted,
    onError: (error) => setProblem(placeProblem(form, error, courseFieldNames)),
  });
  return (
    <FormProvider {...form}>
      <Form
        label="Start a course"
        onSubmit={(event) =>
          void form.handleSubmit((body) => {
            setProblem(null);
            start.mutate(body);
          })(event)
        }
      >
        {running !== undefined && (
          <Callout tone="attention">
            A course is under way: {treatmentWords(running)}, since {format.day(running.startedOn)}. End it
            first if this one takes its place.
          </Callout>
        )}
        <CourseFields />
        <FormEnd submit="Start the course" pending={start.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}
