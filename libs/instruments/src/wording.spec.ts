import { gad7, pcl5, phq4, phq9 } from './index.js';

const textsOf = (definition: { items: readonly { text: string }[] }): string[] =>
  definition.items.map((item) => item.text);

describe('the wording patients read', () => {
  test('PHQ-9 items are those of Kroenke 2001, word for word', () => {
    expect(textsOf(phq9)).toEqual([
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    ]);
  });

  test('PHQ-9 asks how difficult the problems made life, outside the total', () => {
    expect(phq9.extraItems.map(({ id, text }) => ({ id, text }))).toEqual([
      {
        id: 'difficulty',
        text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      },
    ]);
    expect(phq9.extraItems[0]!.options.map((option) => [option.value, option.label, option.loinc])).toEqual([
      [0, 'Not difficult at all', 'LA6572-7'],
      [1, 'Somewhat difficult', 'LA6573-5'],
      [2, 'Very difficult', 'LA6575-0'],
      [3, 'Extremely difficult', 'LA6574-3'],
    ]);
  });

  test('GAD-7 items are those of Spitzer 2006, word for word', () => {
    expect(textsOf(gad7)).toEqual([
      'Feeling nervous, anxious or on edge',
      'Not being able to stop or control worrying',
      'Worrying too much about different things',
      'Trouble relaxing',
      'Being so restless that it is hard to sit still',
      'Becoming easily annoyed or irritable',
      'Feeling afraid as if something awful might happen',
    ]);
  });

  test.each([phq9, gad7, phq4])(
    '$name asks about two weeks and offers "Not at all", never "Not at all sure"',
    (definition) => {
      expect(definition.stem).toBe(
        'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
      );
      expect(definition.recall).toEqual({ text: 'the last 2 weeks', days: 14 });
      expect(definition.options.map((option) => [option.value, option.label, option.loinc])).toEqual([
        [0, 'Not at all', 'LA6568-5'],
        [1, 'Several days', 'LA6569-3'],
        [2, 'More than half the days', 'LA6570-1'],
        [3, 'Nearly every day', 'LA6571-9'],
      ]);
    },
  );

  test('PHQ-4 is the first two items of GAD-7 and then the first two of PHQ-9', () => {
    expect(textsOf(phq4)).toEqual([...textsOf(gad7).slice(0, 2), ...textsOf(phq9).slice(0, 2)]);
    expect(phq4.items.map((item) => item.loinc)).toEqual(['69725-0', '68509-9', '44250-9', '44255-8']);
  });

  test('PCL-5 items are those of Weathers 2013, word for word, in their clusters', () => {
    expect(pcl5.items.map((item) => [item.cluster, item.text])).toEqual([
      ['B', 'Repeated, disturbing, and unwanted memories of the stressful experience?'],
      ['B', 'Repeated, disturbing dreams of the stressful experience?'],
      [
        'B',
        'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
      ],
      ['B', 'Feeling very upset when something reminded you of the stressful experience?'],
      [
        'B',
        'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
      ],
      ['C', 'Avoiding memories, thoughts, or feelings related to the stressful experience?'],
      [
        'C',
        'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
      ],
      ['D', 'Trouble remembering important parts of the stressful experience?'],
      [
        'D',
        'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
      ],
      ['D', 'Blaming yourself or someone else for the stressful experience or what happened after it?'],
      ['D', 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?'],
      ['D', 'Loss of interest in activities that you used to enjoy?'],
      ['D', 'Feeling distant or cut off from other people?'],
      [
        'D',
        'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
      ],
      ['E', 'Irritable behavior, angry outbursts, or acting aggressively?'],
      ['E', 'Taking too many risks or doing things that could cause you harm?'],
      ['E', 'Being "superalert" or watchful or on guard?'],
      ['E', 'Feeling jumpy or easily startled?'],
      ['E', 'Having difficulty concentrating?'],
      ['E', 'Trouble falling or staying asleep?'],
    ]);
  });

  test('PCL-5 asks about the past month with five answers', () => {
    expect(pcl5.stem).toBe('In the past month, how much were you bothered by:');
    expect(pcl5.instructions).toMatch(
      /^Below is a list of problems that people sometimes have in response to a very stressful experience\..* indicate how much you have been bothered by that problem in the past month\.$/,
    );
    expect(pcl5.recall).toEqual({ text: 'the past month', days: 30 });
    expect(pcl5.options.map((option) => [option.value, option.label])).toEqual([
      [0, 'Not at all'],
      [1, 'A little bit'],
      [2, 'Moderately'],
      [3, 'Quite a bit'],
      [4, 'Extremely'],
    ]);
  });

  test('the codes of items, panels and totals are those verified', () => {
    expect(phq9.items.map((item) => item.loinc)).toEqual([
      '44250-9',
      '44255-8',
      '44259-0',
      '44254-1',
      '44251-7',
      '44258-2',
      '44252-5',
      '44253-3',
      '44260-8',
    ]);
    expect(gad7.items.map((item) => item.loinc)).toEqual([
      '69725-0',
      '68509-9',
      '69733-4',
      '69734-2',
      '69735-9',
      '69689-8',
      '69736-7',
    ]);
    expect(
      pcl5.items.flatMap((item) => (item.loinc === undefined ? [] : [[item.number, item.loinc]])),
    ).toEqual([
      [9, '101699-7'],
      [16, '101702-9'],
      [17, '101715-1'],
    ]);
    expect(phq9.loinc).toEqual({ panel: '44249-1', total: '44261-6', answerList: 'LL358-3' });
    expect(gad7.loinc).toEqual({ panel: '69737-5', total: '70274-6', answerList: 'LL358-3' });
    expect(pcl5.loinc).toEqual({ panel: '101697-1', total: '101698-9' });
    expect(phq9.extraItems[0]!.loinc).toBe('69722-7');
  });
});
