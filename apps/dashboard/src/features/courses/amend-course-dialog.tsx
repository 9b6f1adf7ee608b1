import { zodResolver } from '@hookform/resolvers/zod';
import { amendCourseSchema, type AmendCourse, type Course } from '@courseline/contracts';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { amendCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { CourseFields } from './course-fields';
import { courseFieldNames, courseToAmend } from './course-form-values';

interface AmendCourseDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
}

export function AmendCourseDialog({ course, onClose }: AmendCourseDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Amend the course" size="lg">
      <AmendCourseForm course={course} onDone={onClose} />
    </Dialog>
  );
}

function AmendCourseForm({ course, onDone }: { readonly course: Course; readonly onDone: () => void }) {
  const { slug } = useCurrentClinic();
  const form = useForm<AmendCourse>({
    resolver: zodResolver(amendCourseSchema),
    defaultValues: courseToAmend(course),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const amend = useDeed((body: AmendCourse, key) => amendCourse(slug, course, body, key), {
    refresh: ['clinic', slug, 'patient', course.patientId],
    onDone,
    onError: (error) => setProblem(placeProblem(form, error, [...courseFieldNames, 'reason'])),
  });
  return (
    <FormProvider {...form}>
      <Form
        label="Amend the course"
        onSubmit={(event) =>
          void form.handleSubmit((body) => {
            setProblem(null);
            amend.mutate(body);
          })(event)
        }
      >
        <CourseFields />
        <TextField
          label="Reason"
          hint="Stays in the history with your name. Planned sessions follow the change; signed ones stay."
          {...form.register('reason')}
          error={form.formState.errors.reason?.message}
        />
        <FormEnd submit="Save" pending={amend.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}
