import type { CheckInTemplate } from '@courseline/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeCheckInTemplate, checkInTemplateQuery } from '../api/check-ins';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { PlanEditor } from '../features/check-ins/plan-editor';
import { PlanInWords } from '../features/check-ins/plan-in-words';
import { Callout } from '../ui/callout';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';

/** What new courses ask and when: a director edits it, everyone of the clinic reads it. */
export function CheckInTemplatePage() {
  const { slug } = useCurrentClinic();
  const mayChange = useHasRole('director');
  const query = useQuery(checkInTemplateQuery(slug));
  const [saved, setSaved] = useState(false);
  return (
    <Page narrow>
      <PageHeader
        title="Check-in plan"
        lead="Which questions reach a patient when. Courses made from now on follow it; courses under way keep the plan they were made with."
      />
      <Loaded query={query} skeleton={<RowsSkeleton rows={8} />}>
        {(template) => (
          <>
            {saved && (
              <Callout tone="note" live>
                The plan is saved. Courses made from now on follow it.
              </Callout>
            )}
            {mayChange ? (
              <Editor key={template.version} template={template} onSaved={() => setSaved(true)} />
            ) : (
              <PlanInWords
                plan={{
                  version: template.version,
                  source: template.version === 0 ? 'default' : 'template',
                  moments: template.moments,
                  changed: null,
                }}
              />
            )}
            <History template={template} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface EditorProps {
  readonly template: CheckInTemplate;
  readonly onSaved: () => void;
}

function Editor({ template, onSaved }: EditorProps) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (change: Parameters<typeof changeCheckInTemplate>[2]) =>
      changeCheckInTemplate(slug, template.version, change),
    onSuccess: (changed) => {
      client.setQueryData(checkInTemplateQuery(slug).queryKey, changed);
      onSaved();
    },
  });
  return (
    <PlanEditor
      moments={template.moments}
      submit="Save the plan"
      reasonHint="It stays in the history below."
      pending={save.isPending}
      error={save.error}
      onSave={(change) => save.mutate(change)}
    />
  );
}

function History({ template }: { readonly template: CheckInTemplate }) {
  const format = useFormat();
  return (
    <Section title="History">
      {template.history.length === 0 ? (
        <p>Not changed yet: this is the plan a clinic begins with.</p>
      ) : (
        <ol reversed>
          {template.history.map(({ version, reason, byName, recordedAt }) => (
            <li key={version}>
              {byName}, {format.moment(recordedAt)}: {reason}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
