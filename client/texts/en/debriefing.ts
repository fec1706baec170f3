import type { debriefing as de } from '../de/debriefing.ts'

export const debriefing: typeof de = {
  soon: 'The first question will appear in a moment.',
  thanks: (left) => (left === 0 ? 'Thank you. Everyone is done.' : left === 1 ? 'Thank you. 1 team to go.' : `Thank you. ${left} teams to go.`),
  moodTitle: 'How did it go for you?',
  moods: ['very dissatisfied', 'rather dissatisfied', 'in between', 'rather satisfied', 'very satisfied'],
  chooseMood: 'Please choose a dot.',
  answer: 'Your answer',
  writeAnswer: 'Please write an answer first.',
  answers: 'Answers of all teams',
  noAnswer: 'No answer – that is a result, too.',
  changeAnswer: 'You can change your answer until the answers are shown.',
  lookAtWall: 'Look at the wall together.',
  alone: 'alone',
  together: 'together',
  best: 'best by calculation',
  points: 'points',

  stacks: { tomorrow: 'From tomorrow', insek: 'In the INSEK process', decision: 'Needs a decision' },
  empty: 'No card yet. What will you start tomorrow?',
  noNames: 'Please no names of persons.',
  cardText: 'Who arranges what with whom, and by when?',
  stack: 'Stack',
  withWhom: 'With whom? (if you like)',
  until: 'Until when?',
  untilHint: 'for example “end of January”',
  writeCard: 'Please write first what you arrange.',
  remove: 'Remove card',

  over: 'The session has ended.',
  readable: 'The result stays readable here until the session is deleted.',
  cards: 'Arrangements',
}
