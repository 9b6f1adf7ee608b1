import type { CourseCheckInPlan } from '@courseline/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { changeCourseCheckInPlan, courseCheckInPlanQuery } from '../api/check-ins';
import { useCurrentClinic } from '../api/current-clinic';
import { PlanEditor } from '../features/check-ins/plan-editor';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';

/** A clinician makes the plan of one course fit its patient. */
export function CourseCheckInPlanPage() {
  const { slug } = useCurrentClinic();
  const course = useParams()['course'] ?? '';
  const query = useQuery(courseCheckInPlanQuery(slug, course));
  return (
    <Page narrow>
      <PageHeader
        title="Check-in plan of this course"
        lead="What is asked of this patient and when. What was answered stays; what is due follows the plan at once."
      />
      <Loaded query={query} skeleton={<RowsSkeleton rows={8} />}>
        {(plan) => <Editor key={plan.version} plan={plan} />}
      </Loaded>
    </Page>
  );
}

function Editor({ plan }: { readonly plan: CourseCheckInPlan }) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: (change: Parameters<typeof changeCourseCheckInPlan>[3]) =>
      changeCourseCheckInPlan(slug, plan.courseId, plan.version, change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['clinic', slug] });
      await navigate(`/c/${slug}/courses/${plan.courseId}/check-ins`);
    },
  });
  return (
    <PlanEditor
      moments={plan.moments}
      submit="Save the plan"
      reasonHint="Why this course departs from the clinic’s plan. It stays with the course."
      pending={save.isPending}
      error={save.error}
      onSave={(change) => save.mutate(change)}
    />
  );
}
