import type { priorities as de } from '../de/priorities.ts'

export const priorities: typeof de = {
  handedInCount: (inCount, of) => `${inCount} of ${of} teams`,
  haveHandedIn: 'have handed in',
  shownLater: 'Nothing is shown until all have handed in. Until then you can change yours.',
  handedIn: (left) =>
    left === 0
      ? 'Handed in.'
      : left === 1
        ? 'Handed in. 1 team to go. You can change yours until the end.'
        : `Handed in. ${left} teams to go. You can change yours until the end.`,
  allIn: 'All have handed in.',
  revealed: 'Evaluated.',
  open: 'open',
  in: 'handed in',
  change: 'Change',
  nextStep: 'The facilitator is about to go on to the next step.',

  weighTitle: 'How important are the goals to you?',
  pointsLeft: (left, of) => `${left} of ${of} points left`,
  allSpent: (of) => `All ${of} points are given. Take one away elsewhere.`,
  pointsMissing: (left) => (left === 1 ? 'You have 1 point left. Please give all.' : `You have ${left} points left. Please give all.`),
  median: 'middle value',
  spread: (min, max) => `from ${min} to ${max}`,
  farthest: (goal) => `Furthest apart: ${goal}`,

  dotsTitle: 'What must not be missing?',
  maxTwo: 'At most two dots on one measure.',
  dotCount: (count) => (count === 1 ? '1 dot' : `${count} dots`),
  dotsOn: (name) => `Dots for ${name}`,

  resistanceTitle: 'How strong is your resistance?',
  resistanceHelp: 'Resistance means: how hard would it be for you to go along with this? What meets the least resistance is chosen.',
  canCarry: 'we go along with it',
  cannot: 'not possible for us',
  statusQuo: 'None of this now',
  statusQuoHint: 'This is how much you would resist nothing happening at all.',
  compare: 'for comparison',
  rowsLeft: (left) => (left === 1 ? '1 row is not rated yet.' : `${left} rows are not rated yet.`),
  verdict: { broad: 'broad consensus', workable: 'workable', talk: 'talk once more' },
  mean: (value) => `mean ${value}`,

  classifyTitle: 'What comes first?',
  rank: 'Rank',
  measure: 'Measure',
  teams: 'Departments',
  priority: 'Priority',
  ownShare: 'Own contribution',
  levels: { high: 'high', medium: 'medium', low: 'low' },
  proposedLevel: (level) => `Suggested: ${level}`,
  highLine: (amount) => `${amount} reach down to here: suggested high`,
  mediumLine: (amount) => `${amount} reach down to here: suggested medium`,
  key: 'Joint key measure',
  keyQuestion: 'Joint key measure of at least two departments?',
  tied: 'tie',
  adopted: 'adopted',
  ours: 'ours',
  listEmpty: 'The list is still empty.',
  unclassified: (left) => (left === 1 ? '1 measure is not classified yet.' : `${left} measures are not classified yet.`),
  sum: (amount) => `Sum ${amount}`,
  handedInSome: (done, of) => `${done} of ${of} saved`,

  justifyTitle: 'Why does it belong at the top?',
  noHigh: 'Your team has no measure of high priority.',
  starters: ['Because at the same time it …', 'Because otherwise …', 'Because two departments …'],
  reasonFor: (name) => `Reason for ${name}`,
  tooLong: 'Please at most 200 characters.',
  saved: 'Saved. The list on the wall is up to date.',
  writeSomething: 'Please write a sentence first.',
  listTitle: 'Integrated priority list',
}
