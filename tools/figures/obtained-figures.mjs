import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace/programs.mjs';
import { cohortFigures } from './expected-figures.mjs';

/**
 * @typedef {import('./expected-figures.mjs').Figures} Figures
 * @typedef {import('./throwaway-product.mjs').Product} Product
 * @typedef {{ answers: (number | null)[] | null, total: number | null, item_9: number | null, score_status: string,
 *   on_date: string }} Form
 */

/** The library that the product scores with, as it was built. */
const instruments = () => import(pathToFileURL(join(root, 'libs/instruments/dist/index.js')).href);

/** @type {Record<string, (product: Product, counts: any) => Promise<Figures>>} */
export const obtained = {
  'two-wave': async (product) => {
    const { phq9Algorithm } = await instruments();
    const waves = ['2015-06-15', '2015-08-10'];
    const phq = await formsOf(product, 'two-wave', 'phq-9');
    const gad = await formsOf(product, 'two-wave', 'gad-7');
    /** @type {Figures} */
    const figures = {};
    for (const [index, day] of waves.entries()) {
      const wave = `wave ${index + 1}`;
      const own = phq.filter(({ on_date }) => on_date === day);
      Object.assign(figures, moments(`PHQ-9 ${wave} `, own));
      Object.assign(
        figures,
        moments(
          `GAD-7 ${wave} `,
          gad.filter(({ on_date }) => on_date === day),
        ),
      );
      Object.assign(figures, await bandCounts(`PHQ-9 ${wave}`, own));
      figures[`Item 9 above 0, ${wave}`] = own.filter(aboveZero).length;
    }
    const syndromes = phq
      .filter(({ on_date }) => on_date === waves[0])
      .map(({ answers }) => phq9Algorithm(answers));
    figures['Major depressive syndrome, wave 1'] = count(syndromes, 'major-depressive-syndrome');
    figures['Other depressive syndrome, wave 1'] = count(syndromes, 'other-depressive-syndrome');
    const { lastRecorded: cohort, talkingTherapies } = await outcomes(product, 'two-wave', 'phq-9');
    return {
      ...figures,
      'PHQ-9 baseline of 10 or more': cohort.eligible,
      'PHQ-9 response': cohort.response.x,
      'PHQ-9 remission': cohort.remission.x,
      'PHQ-9 reliably better': cohort.reliableImprovement.x,
      'PHQ-9 reliably worse': cohort.reliableDeterioration.x,
      'PHQ-9 with follow-up': cohort.withFollowUp,
      ...therapies(talkingTherapies),
    };
  },

  pcl5: async (product) => {
    const { getInstrument, pcl5ProvisionalRule, scoreAssessment } = await instruments();
    const forms = await formsOf(product, 'pcl5', 'pcl-5');
    const clusters = forms.map(({ answers }) => scoreAssessment(getInstrument('pcl-5'), answers).clusters);
    const clusterMean = (/** @type {string} */ id) =>
      mean(clusters.map((own) => own.find((/** @type {any} */ cluster) => cluster.id === id)?.total));
    return {
      ...moments('PCL-5 ', forms),
      'PCL-5 of 33 or more': forms.filter(({ total }) => Number(total) >= 33).length,
      'PCL-5 of 31 or more': forms.filter(({ total }) => Number(total) >= 31).length,
      'Provisional DSM-5 rule met': forms.filter(({ answers }) => pcl5ProvisionalRule(answers)).length,
      ...Object.fromEntries(['B', 'C', 'D', 'E'].map((id) => [`Cluster ${id} mean`, clusterMean(id)])),
    };
  },

  nhanes: async (product, counts) => {
    const forms = await formsOf(product, 'nhanes', 'phq-9');
    const complete = forms.filter(({ score_status }) => score_status === 'complete');
    const missing = forms.map(({ answers }) => (answers ?? []).filter((answer) => answer === null).length);
    const cases = complete.filter(({ total }) => Number(total) >= 10).length;
    const { items, difficulty } = counts.missingAnswers;
    return {
      Rows: counts.rows,
      Complete: complete.length,
      ...moments('Complete, ', complete),
      'Complete, of 10 or more': cases,
      'Complete, per cent of 10 or more': (100 * cases) / complete.length,
      ...(await bandCounts('Complete', complete)),
      'Complete, item 9 above 0': complete.filter(aboveZero).length,
      'No item answered': counts.forms.unanswered,
      '1 or 2 items missing': missing.filter((number) => number === 1 || number === 2).length,
      Prorated: forms.filter(({ score_status }) => score_status === 'prorated').length,
      '3 to 8 items missing': missing.filter((number) => number >= 3).length,
      "Items refused or don't know": items.refused + items.notKnown,
      "Difficulty refused or don't know": difficulty.refused + difficulty.notKnown,
    };
  },

  weekly: async (product, counts) => {
    const [stored] = await product.sql(
      `select count(*) filter (where score_status = 'complete')::int as complete, count(distinct patient_id)::int as ids
         from current_assessment a join clinic c on c.id = a.clinic_id where c.slug = 'weekly'`,
    );
    return {
      Rows: counts.rows,
      'Complete forms': stored.complete,
      'Different ids': stored.ids,
      'Refused rows (totals that are not their items)': counts.refusedRows,
    };
  },

  cohort: async (product) => {
    /** @type {Figures} */
    const figures = {};
    for (const instrument of ['phq-9', 'gad-7', 'pcl-5']) {
      const { lastRecorded } = await outcomes(product, 'cohort', instrument);
      Object.assign(figures, cohortFigures(instrument, lastRecorded));
    }
    const { talkingTherapies } = await outcomes(product, 'cohort', 'phq-9');
    return {
      ...figures,
      'Talking Therapies finished': talkingTherapies.finished,
      ...therapies(talkingTherapies),
    };
  },
};

/**
 * @param {Product} product
 * @param {string} clinic
 * @param {string} instrument
 * @returns {Promise<Form[]>}
 */
function formsOf(product, clinic, instrument) {
  return product.sql(
    `select answers, total, item_9, score_status, on_date from current_assessment a
       join clinic c on c.id = a.clinic_id where c.slug = $1 and a.instrument = $2`,
    [clinic, instrument],
  );
}

/**
 * @param {Product} product
 * @param {string} clinic
 * @param {string} instrument
 */
function outcomes(product, clinic, instrument) {
  return product.request('GET', `/api/c/${clinic}/outcomes/cohort?instrument=${instrument}`);
}

/** @param {any} rates */
function therapies(rates) {
  return {
    'Talking Therapies at caseness': rates.atCaseness,
    'Talking Therapies recovery': rates.recovery.x,
    'Talking Therapies reliable improvement': rates.reliableImprovement.x,
    'Talking Therapies reliable recovery': rates.reliableRecovery.x,
    'Talking Therapies reliable deterioration': rates.reliableDeterioration.x,
  };
}

/**
 * @param {string} of
 * @param {readonly Form[]} forms
 */
async function bandCounts(of, forms) {
  const { bandOf, getInstrument } = await instruments();
  const definition = getInstrument('phq-9');
  const found = forms.map(({ total }) => bandOf(definition, total).id);
  return Object.fromEntries(
    definition.bands.map((/** @type {any} */ band) => [
      `${of}, ${band.id === 'none-minimal' ? band.id : band.label.toLowerCase()}`,
      count(found, band.id),
    ]),
  );
}

/**
 * @param {string} of
 * @param {readonly Form[]} forms
 * @returns {Figures}
 */
function moments(of, forms) {
  const totals = forms.map(({ total }) => Number(total));
  const centre = mean(totals);
  const squares = totals.reduce((sum, total) => sum + (total - centre) ** 2, 0);
  return { [`${of}mean`]: centre, [`${of}SD`]: Math.sqrt(squares / (totals.length - 1)) };
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {Form} form */
function aboveZero({ item_9 }) {
  return item_9 !== null && item_9 > 0;
}

/**
 * @template T
 * @param {readonly T[]} values
 * @param {T} wanted
 */
function count(values, wanted) {
  return values.filter((value) => value === wanted).length;
}
