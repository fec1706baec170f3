import type { Handout } from '../handouts/handout.ts'

type Columns = readonly (readonly [title: string, width: number])[]
type Facts = readonly (readonly [label: string, value: string])[]

/** Words of what is printed before a workshop. */
export const handoutsDe = {
  names: {
    all: 'Unterlagen zum Drucken',
    roles: 'Rollenkarten',
    measures: 'Maßnahmenkarten',
    runsheet: 'Ablaufplan der Spielleitung',
    poster: 'Aushang zum Beitreten',
    fallback: 'Papierbögen',
    it: 'Merkblatt für die IT',
    privacy: 'Hinweise zum Datenschutz',
  } satisfies Record<Handout, string>,
  foot: 'Ämterrunde – Planspiel, kein Beschluss. Kosten und Förderquoten sind Annahmen des Szenarios.',
  thousands: 'T€',
  roles: {
    heading: 'Rollenkarten',
    goals: 'Ziele, für die Sie einstehen',
    funds: 'Eigenmittel in den Runden',
    staff: 'Personalpunkte in den Runden',
    measures: 'Ihre Maßnahmen',
    how: 'So spielen Sie',
    rules:
      'Erst allein planen, dann gemeinsam: Maßnahmen vorschlagen und verorten, Querverweise nennen, Geld und Personal zusagen, Förderung beantragen, Konflikte klären. Reden Sie, bevor Sie tippen. Es gibt keine Siegerin und keinen Sieger: Am Ende steht eine gemeinsame Liste.',
  },
  measures: {
    heading: 'Maßnahmenkarten',
    labels: {
      lead: 'Federführung',
      with: (names: string) => `mit ${names}`,
      cost: 'Grobkosten',
      staff: 'Personalpunkte',
      followUp: 'Folgekosten im Jahr',
      programmes: 'Förderprogramme',
      place: 'Ort',
      horizon: 'Zeithorizont',
      effects: 'Beitrag zu den Zielen',
    },
  },
  runsheet: {
    heading: 'Ablaufplan der Spielleitung',
    lead: 'Zeiten ab Beginn. Rechts ist Platz für die wirkliche Uhrzeit. Nur für die Spielleitung: Der Plan nennt auch Ereignisse.',
    columns: { start: 'ab', phase: 'Phase', minutes: 'Minuten', real: 'wirklich' },
    phase: (start: string, title: string, minutes: number) => (minutes > 0 ? `${start} ${title} (${minutes} Min.)` : `${start} ${title}`),
    watch: 'Beobachten:',
    incidents: 'Ereignisse, die kommen können',
  },
  poster: {
    heading: 'Am Workshop teilnehmen',
    alt: (url: string) => `QR-Code zum Beitreten: ${url}`,
    steps: (host: string, code: string) => [
      'Gerät mit dem WLAN des Workshops verbinden, mobile Daten ausschalten.',
      `QR-Code scannen, oder im Browser ${host} öffnen und den Code ${code} eingeben.`,
      'Team wählen. Kein Konto, kein Name, keine Installation.',
    ],
  },
  fallback: {
    heading: (team: string) => `Papierbogen ${team}`,
    lead: 'Falls kein Gerät geht: ausfüllen und der Spielleitung geben. Sie trägt es für Ihr Amt ein („Für ein Team handeln“).',
    back: (team: string) => `Papierbogen ${team}, Rückseite`,
    weights: 'Gewichte der Ziele',
    weightColumns: [
      ['Ziel', 80],
      ['Punkte', 20],
    ] as Columns,
    proposals: {
      title: 'Wir schlagen vor',
      columns: [
        ['Nr.', 10],
        ['Ort auf der Karte', 40],
        ['Förderprogramm', 30],
      ] as Columns,
    },
    references: {
      title: 'Querverweise: hilft (↔) oder stört (×)',
      columns: [
        ['Nr.', 10],
        ['↔ / ×', 8],
        ['Nr.', 10],
        ['Grund', 60],
      ] as Columns,
    },
    pledges: {
      title: 'Wir sagen zu',
      columns: [
        ['für Nr.', 12],
        ['T€', 12],
        ['Personal', 12],
        ['Bemerkung', 50],
      ] as Columns,
    },
    offers: {
      title: 'Angebote an andere',
      columns: [
        ['an', 16],
        ['wir geben', 36],
        ['wir bekommen', 36],
      ] as Columns,
    },
    vote: { title: 'Abstimmung über das Paket', boxes: 'Runde ____   [  ] dafür   [  ] mit Bedenken   [  ] dagegen   Grund: ________________________________' },
    ballots: {
      title: 'Priorisierung',
      columns: [
        ['Nr.', 10],
        ['Punkte', 12],
        ['Widerstand 0–10', 18],
        ['Priorität', 14],
        ['Schlüssel', 12],
        ['Begründung', 50],
      ] as Columns,
    },
  },
  it: {
    heading: 'Merkblatt für die IT',
    lead: 'Ämterrunde ist ein Planspiel, das auf einem Rechner im Haus läuft. Tablets und Laptops öffnen es im Browser. Internet ist während des Workshops nicht nötig.',
    facts: (origin: string, port: string, days: number): Facts => [
      ['Adresse', origin],
      ['Port', `TCP ${port} (HTTP und WebSocket auf demselben Port), eingehend auf dem Workshop-Rechner`],
      ['Nach außen', 'keine Verbindung; keine Schriften, Karten oder Skripte von anderen Servern'],
      ['Browser', 'aktuelle Fassungen von Firefox, Chrome, Edge oder Safari; Tablets, Laptops und Telefone'],
      ['Geräte', 'ein Gerät je Team, eines für die Spielleitung, eines für die Leinwand'],
      ['Software', 'Node.js auf dem Workshop-Rechner; auf den Geräten wird nichts installiert'],
      ['Daten', `in einem Ordner auf dem Workshop-Rechner; gelöscht ${days} Tage nach dem letzten Schritt oder von Hand`],
    ],
    checkTitle: 'Bitte vorher prüfen',
    checks: (port: string) => [
      'Dürfen Geräte im WLAN miteinander sprechen? In Gästenetzen ist das oft gesperrt (Client-Isolation).',
      `Lässt die Firewall des Rechners eingehende Verbindungen auf Port ${port} zu?`,
      'Werden WebSockets durchgelassen, auch von Proxy und Virenschutz?',
      'Sind Energiesparen und Ruhezustand des Rechners ausgeschaltet?',
      'Die Seite /check zeigt auf jedem Gerät, ob alles passt.',
    ],
    dataTitle: 'Datenschutz und Sicherheit',
    data: [
      'Keine Konten, keine Cookies, keine Namen. Geräte merken sich nur ihren Platz am Tisch.',
      'Kein Inhalt verlässt das Haus. Ergebnisse gibt die Spielleitung als Datei weiter.',
      'Zugänge haben zufällige Schlüssel, gespeichert werden nur ihre Prüfsummen.',
      'Im Netz des Hauses läuft die Verbindung ohne Verschlüsselung. Wer sie braucht, stellt einen Proxy mit TLS davor.',
    ],
  },
  privacy: {
    heading: 'Hinweise zum Datenschutz',
    sections: (days: number) => [
      {
        title: 'Was gespeichert wird',
        text: 'Die Schritte der Teams im Workshop: Vorschläge, Zusagen, Abstimmungen und Texte. Alles gehört zu einem Team, nicht zu einer Person. Namen, Konten und Cookies gibt es nicht.',
      },
      {
        title: 'Wo es gespeichert wird',
        text: 'Nur auf dem Rechner, auf dem Ämterrunde läuft. Nichts wird an Dritte übertragen, nichts wird aus dem Internet nachgeladen.',
      },
      {
        title: 'Wie lange',
        text: `Bis ${days} Tage nach dem letzten Schritt, oder bis die Spielleitung den Workshop vorher löscht.`,
      },
      {
        title: 'Ihre Texte',
        text: 'Schreiben Sie keine Namen und nichts Persönliches in die Textfelder. Die Spielleitung sieht freie Texte vor der Weitergabe durch und kann sie ändern oder weglassen.',
      },
      {
        title: 'Was weitergegeben wird',
        text: 'Die gemeinsame Liste und die Dokumentation des Workshops, ohne Namen. Stimmzettel einzelner Teams und Noten der Stimmung werden nie einzeln ausgegeben.',
      },
    ],
    responsible: 'Verantwortlich',
    blanks: ['Stelle, die den Workshop durchführt', 'Ansprechperson', 'Datenschutzbeauftragte oder -beauftragter', 'Rechtsgrundlage'],
  },
}
