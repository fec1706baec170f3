import type { Catalogue } from '../de/index.ts'

export const pages: Catalogue['pages'] = {
  help: {
    title: 'Help',
    sections: [
      {
        title: 'Joining',
        text: [
          'Scan the code on the wall or type it on the joining page. Choose your team. That is all: no account, no name.',
          'Several devices may join for the same team. All of them see the same.',
        ],
      },
      {
        title: 'The connection is lost',
        text: [
          'Your team loses nothing. Leave the page open: it connects again by itself. What you are writing stays.',
          'If it takes longer, check the Wi-Fi and switch mobile data off.',
        ],
      },
      { title: 'Wrong team chosen', text: ['Open the menu at the top and leave the team. Then choose again.'] },
      {
        title: 'Something cannot be done',
        text: ['The screen says why and what helps. If it stays unclear, ask the facilitator, who can take steps back.'],
      },
      {
        title: 'What becomes of the list',
        text: ['The joint list is a working paper of the workshop, not a decision of the council. The facilitator passes it on as a file.'],
      },
    ],
  },
  privacy: {
    title: 'Data protection',
    sections: [
      {
        title: 'What is stored',
        text: [
          'The steps of the teams in the workshop: proposals, pledges, votes and texts you write. Everything belongs to a team, not to a person.',
          'There are no names, accounts or cookies. Your device keeps the seat at the table, the language and unfinished texts in its own storage.',
        ],
      },
      {
        title: 'Where it is stored',
        text: [
          'Only on the computer that runs Ämterrunde, usually the facilitator’s laptop. Nothing goes to third parties, nothing is loaded from the internet.',
        ],
      },
      {
        title: 'For how long',
        text: ['Until the period that was set or until the facilitator deletes the workshop. After closing, the wall shows the date.'],
      },
      {
        title: 'Texts',
        text: ['Do not write names or anything personal into the text fields. The facilitator can remove texts before passing them on.'],
      },
      {
        title: 'Responsible',
        text: ['Responsible is the body that runs the workshop. The facilitator or the data protection officer of that body answers questions.'],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        title: 'What applies',
        text: [
          'Ämterrunde follows EN 301 549 and WCAG 2.2, level AA. It has not been examined by an independent body yet.',
          'Whatever can be done on the map can be done in the lists as well: with keyboard, switch or screen reader.',
        ],
      },
      {
        title: 'What is known',
        text: [
          'The wall is made for reading from a distance. What it says is also on the devices of the teams or is read out.',
          'Texts of the game world are not available in easy language yet.',
        ],
      },
      { title: 'Something cannot be used', text: ['Tell the facilitator, who can act for a team and stop the clock.'] },
    ],
  },
  check: {
    title: 'Check the connection',
    intro: 'Open this page on the device that is to join.',
    again: 'Check again',
    running: 'checking …',
    good: 'fine',
    bad: 'does not work',
    allGood: 'This device can join.',
    notAllGood: 'One point needs your help.',
    items: {
      server: {
        name: 'Workshop computer can be reached',
        help: 'Choose the right Wi-Fi, switch mobile data and VPN off. Some guest Wi-Fis keep devices apart: then use a Wi-Fi of your own.',
      },
      live: { name: 'Live connection', help: 'The network does not allow a lasting connection. Use another Wi-Fi or a hotspot.' },
      speed: { name: 'Response time', help: 'The network is slow. Move closer to the access point or disconnect other devices.' },
      storage: { name: 'Storage of the device', help: 'In a private window the device does not remember its seat. A normal window is better.' },
      map: { name: 'Moving map', help: 'The device shows a still picture with a list. Joining works all the same.' },
    },
    milliseconds: (ms: number) => `${ms} milliseconds`,
  },
}
