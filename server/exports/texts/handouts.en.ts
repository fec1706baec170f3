import type { handoutsDe } from './handouts.de.ts'

export const handoutsEn: typeof handoutsDe = {
  names: {
    all: 'Handouts to print',
    roles: 'Role cards',
    measures: 'Measure cards',
    runsheet: 'Run sheet of the facilitator',
    poster: 'Join poster',
    fallback: 'Paper sheets',
    it: 'Leaflet for IT',
    privacy: 'Data protection notice',
  },
  foot: 'Ämterrunde – a game, no decision. Costs and funding rates are assumptions of the scenario.',
  thousands: 'k€',
  roles: {
    heading: 'Role cards',
    goals: 'Goals you answer for',
    funds: 'Own funds in the rounds',
    staff: 'Staff points in the rounds',
    measures: 'Your measures',
    how: 'How you play',
    rules:
      'First plan alone, then together: propose and place measures, name cross-references, pledge money and staff, apply for funding, settle conflicts. Talk before you tap. Nobody wins: in the end there is a joint list.',
  },
  measures: {
    heading: 'Measure cards',
    labels: {
      lead: 'Lead',
      with: (names) => `with ${names}`,
      cost: 'Estimated cost',
      staff: 'Staff points',
      followUp: 'Follow-up costs per year',
      programmes: 'Programmes',
      place: 'Place',
      horizon: 'Time horizon',
      effects: 'Contribution to the goals',
    },
  },
  runsheet: {
    heading: 'Run sheet of the facilitator',
    lead: 'Times from the start. There is room on the right for the real time. For the facilitator only: the sheet names incidents too.',
    columns: { start: 'from', phase: 'Phase', minutes: 'Minutes', real: 'real' },
    phase: (start, title, minutes) => (minutes > 0 ? `${start} ${title} (${minutes} min)` : `${start} ${title}`),
    watch: 'Look at:',
    incidents: 'Incidents that may come',
  },
  poster: {
    heading: 'Join the workshop',
    alt: (url) => `QR code to join: ${url}`,
    steps: (host, code) => [
      'Connect your device to the Wi-Fi of the workshop, switch mobile data off.',
      `Scan the QR code, or open ${host} in the browser and type the code ${code}.`,
      'Choose your team. No account, no name, nothing to install.',
    ],
  },
  fallback: {
    heading: (team) => `Paper sheet ${team}`,
    lead: 'In case no device works: fill it in and give it to the facilitator, who enters it for your department (“Act for a team”).',
    back: (team) => `Paper sheet ${team}, back`,
    weights: 'Weights of the goals',
    weightColumns: [
      ['Goal', 80],
      ['Points', 20],
    ],
    proposals: {
      title: 'We propose',
      columns: [
        ['No.', 10],
        ['Place on the map', 40],
        ['Programme', 30],
      ],
    },
    references: {
      title: 'Cross-references: helps (↔) or hinders (×)',
      columns: [
        ['No.', 10],
        ['↔ / ×', 8],
        ['No.', 10],
        ['Reason', 60],
      ],
    },
    pledges: {
      title: 'We pledge',
      columns: [
        ['for No.', 12],
        ['k€', 12],
        ['Staff', 12],
        ['Remark', 50],
      ],
    },
    offers: {
      title: 'Offers to others',
      columns: [
        ['to', 16],
        ['we give', 36],
        ['we get', 36],
      ],
    },
    vote: { title: 'Vote on the package', boxes: 'Round ____   [  ] yes   [  ] with reservations   [  ] no   Reason: ________________________________' },
    ballots: {
      title: 'Prioritisation',
      columns: [
        ['No.', 10],
        ['Dots', 12],
        ['Resistance 0–10', 18],
        ['Priority', 14],
        ['Key', 12],
        ['Reason', 50],
      ],
    },
  },
  it: {
    heading: 'Leaflet for IT',
    lead: 'Ämterrunde is a workshop game that runs on one computer in the house. Tablets and laptops open it in their browser. No internet is needed during the workshop.',
    facts: (origin, port, days) => [
      ['Address', origin],
      ['Port', `TCP ${port} (HTTP and WebSocket on the same port), incoming on the workshop computer`],
      ['To the outside', 'no connection; no fonts, maps or scripts from other servers'],
      ['Browsers', 'current versions of Firefox, Chrome, Edge or Safari; tablets, laptops and phones'],
      ['Devices', 'one per team, one for the facilitator, one for the wall'],
      ['Software', 'Node.js on the workshop computer; nothing is installed on the devices'],
      ['Data', `in a folder on the workshop computer; deleted ${days} days after the last step, or by hand`],
    ],
    checkTitle: 'Please check before',
    checks: (port) => [
      'May devices in the Wi-Fi talk to each other? Guest networks often forbid it (client isolation).',
      `Does the firewall of the computer let incoming connections to port ${port} through?`,
      'Are WebSockets let through, by proxies and virus scanners too?',
      'Are power saving and sleep of the computer switched off?',
      'The page /check shows on each device whether all is well.',
    ],
    dataTitle: 'Data protection and security',
    data: [
      'No accounts, no cookies, no names. Devices only remember their seat at the table.',
      'No content leaves the house. The facilitator passes results on as files.',
      'Access is by random keys, of which only hashes are stored.',
      'In the network of the house the connection is not encrypted. Who needs that puts a proxy with TLS in front.',
    ],
  },
  privacy: {
    heading: 'Data protection notice',
    sections: (days) => [
      {
        title: 'What is stored',
        text: 'The steps of the teams in the workshop: proposals, pledges, votes and texts. All belongs to a team, not to a person. There are no names, accounts or cookies.',
      },
      {
        title: 'Where it is stored',
        text: 'Only on the computer that runs Ämterrunde. Nothing is passed to third parties, nothing is loaded from the internet.',
      },
      { title: 'For how long', text: `Until ${days} days after the last step, or until the facilitator deletes the workshop before.` },
      {
        title: 'Your texts',
        text: 'Write no names and nothing personal into the text fields. The facilitator looks through free texts before they are passed on, and can change them or leave them out.',
      },
      {
        title: 'What is passed on',
        text: 'The joint list and the documentation of the workshop, without names. Ballots of single teams and marks of the mood are never given out one by one.',
      },
    ],
    responsible: 'Responsible',
    blanks: ['Body that holds the workshop', 'Contact', 'Data protection officer', 'Legal basis'],
  },
}
