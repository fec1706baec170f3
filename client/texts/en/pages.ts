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
          'If it takes longer than a minute, go through the next list.',
        ],
      },
      {
        title: 'The device cannot reach the workshop computer',
        text: ['Check one after the other. After each step you can open the page “Check the connection”.'],
        steps: [
          'Is the device in the Wi-Fi of the workshop? Its name is usually written next to the wall.',
          'Switch mobile data and VPN off. Some devices otherwise turn to the mobile network.',
          'If the device asks whether to stay in a Wi-Fi without internet: yes, stay connected.',
          'If the QR code has only opened a small sign-in window: open the address in Safari, Chrome or Firefox.',
          'Close the page and open the address on the wall again. Your seat is kept.',
        ],
      },
      {
        title: 'No device can reach the workshop computer',
        text: ['Then it is the network or the computer, not the tablets. This is for the facilitator to check.'],
        steps: [
          'Guest Wi-Fi: many guest networks keep devices apart. Then only another Wi-Fi or a small router of your own helps; it needs no internet.',
          'Firewall of the computer: allow incoming connections for the program. On Windows the network has to count as “private”.',
          'Company network: ask the IT department to open the port in the address (the number after the colon) and lasting connections (“WebSockets”).',
          'Sleep: switch energy saving off and plug the computer in. A sleeping computer does not answer.',
          'If the address has changed because the computer changed networks, the new QR code counts.',
        ],
      },
      {
        title: 'Wrong team chosen',
        text: ['Tell the facilitator, who moves the device to another team under “Teams and devices”.'],
      },
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
          'The steps of the teams in the workshop: proposals, pledges, votes and texts you write, each with its time. Everything belongs to a team or to a seat at the table, not to a person.',
          'Nobody is asked for a name. There are no accounts or cookies.',
          'The computer knows the network address of your device only as long as it needs it to answer and to stop too many failed attempts. It does not write it into the workshop.',
        ],
      },
      {
        title: 'What stays on your device',
        text: [
          'In the storage of the browser your device keeps its seat at the table and the language. Clearing the data of this website clears that as well.',
        ],
      },
      {
        title: 'Where it is stored',
        text: [
          'On the computer that runs Ämterrunde, usually the facilitator’s laptop, or in the database of the body that runs it. The pages load nothing from other providers and send nothing to them.',
        ],
      },
      {
        title: 'For how long',
        text: [
          'A workshop is deleted when the period that was set has passed since its last step, or earlier by the facilitator. After closing, the wall shows the date.',
          'Files that the facilitator has downloaded are not deleted by the program.',
        ],
      },
      {
        title: 'Texts',
        text: [
          'Do not write names or anything personal into the text fields. The facilitator can change or leave out texts before passing files on; in the stored course of the workshop they stay as written until it is deleted.',
        ],
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
        text: ['Ämterrunde follows EN 301 549 and WCAG 2.2, level AA. It has not been examined by an independent body yet.'],
      },
      {
        title: 'What is checked',
        text: ['Every version of the program is checked automatically in a browser (Chromium):'],
        steps: [
          'The checker axe finds no fault on any page and in any kind of phase, light and dark.',
          'A whole workshop can be played without the map: whatever can be done on the map can be done in the lists as well.',
          'The pages of the teams fit a width of 320 pixels, and text twice as large cuts nothing off.',
          'Everything to be tapped is at least 44 pixels in size.',
        ],
      },
      {
        title: 'What is not checked yet',
        text: [
          'By keyboard alone, the beginning of a workshop is checked so far: creating it, joining, the practice task, planning alone and proposing a measure with its place. Everything is built to be reached by keyboard; a workshop has not been checked this way to its end yet.',
          'It has not been checked yet with people who use a screen reader, a magnifier or switches, nor on iPads with VoiceOver.',
        ],
      },
      {
        title: 'What is known',
        text: [
          'The wall is made for reading from a distance. What it says is also on the devices of the teams or is read out.',
          'Texts of the game world are not available in easy language yet.',
        ],
      },
      { title: 'Something cannot be used', text: ['Tell the facilitator, who can act for a team, stop the clock and add time.'] },
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
