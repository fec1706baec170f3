/** Weigh, dots, resistance, classify, justify. */
export const priorities = {
  handedInCount: (inCount: number, of: number) => `${inCount} von ${of} Teams`,
  haveHandedIn: 'haben abgegeben',
  shownLater: 'Gezeigt wird erst, wenn alle abgegeben haben. Bis dahin können Sie ändern.',
  handedIn: (left: number) =>
    left === 0
      ? 'Abgegeben.'
      : left === 1
        ? 'Abgegeben. Noch 1 Team. Sie können bis zum Schluss ändern.'
        : `Abgegeben. Noch ${left} Teams. Sie können bis zum Schluss ändern.`,
  allIn: 'Alle haben abgegeben.',
  revealed: 'Ausgewertet.',
  open: 'offen',
  in: 'abgegeben',
  change: 'Ändern',
  nextStep: 'Die Spielleitung geht gleich zum nächsten Schritt.',

  weighTitle: 'Wie wichtig sind Ihnen die Ziele?',
  pointsLeft: (left: number, of: number) => `Noch ${left} von ${of} Punkten`,
  allSpent: (of: number) => `Alle ${of} Punkte sind verteilt. Nehmen Sie woanders einen weg.`,
  pointsMissing: (left: number) =>
    left === 1 ? 'Sie haben noch 1 Punkt. Bitte verteilen Sie alle.' : `Sie haben noch ${left} Punkte. Bitte verteilen Sie alle.`,
  median: 'mittlerer Wert',
  spread: (min: string, max: string) => `von ${min} bis ${max}`,
  farthest: (goal: string) => `Am weitesten auseinander: ${goal}`,

  dotsTitle: 'Was soll auf keinen Fall fehlen?',
  maxTwo: 'Höchstens zwei Punkte auf eine Maßnahme.',
  dotCount: (count: number) => (count === 1 ? '1 Punkt' : `${count} Punkte`),
  dotsOn: (name: string) => `Punkte für ${name}`,

  resistanceTitle: 'Wie groß ist Ihr Widerstand?',
  resistanceHelp: 'Widerstand heißt: Wie schwer würde es Ihnen fallen, das mitzutragen? Gewählt wird, was den geringsten Widerstand hat.',
  canCarry: 'tragen wir mit',
  cannot: 'geht nicht',
  statusQuo: 'Nichts davon jetzt',
  statusQuoHint: 'So viel Widerstand hätten Sie dagegen, dass gar nichts geschieht.',
  compare: 'zum Vergleich',
  rowsLeft: (left: number) => (left === 1 ? 'Noch 1 Zeile ohne Bewertung.' : `Noch ${left} Zeilen ohne Bewertung.`),
  verdict: { broad: 'breiter Konsens', workable: 'tragfähig', talk: 'noch einmal reden' },
  mean: (value: string) => `Mittel ${value}`,

  classifyTitle: 'Was kommt zuerst?',
  rank: 'Rang',
  measure: 'Maßnahme',
  teams: 'Ämter',
  priority: 'Priorität',
  ownShare: 'Eigenanteil',
  levels: { high: 'hoch', medium: 'mittel', low: 'gering' },
  proposedLevel: (level: string) => `Vorschlag: ${level}`,
  highLine: (amount: string) => `Bis hier reichen ${amount}: Vorschlag hoch`,
  mediumLine: (amount: string) => `Bis hier reichen ${amount}: Vorschlag mittel`,
  key: 'Gemeinsame Schlüsselmaßnahme',
  keyQuestion: 'Gemeinsame Schlüsselmaßnahme von mindestens zwei Ämtern?',
  tied: 'Gleichstand',
  adopted: 'beschlossen',
  ours: 'unsere',
  listEmpty: 'Die Liste ist noch leer.',
  unclassified: (left: number) => (left === 1 ? 'Noch 1 Maßnahme ohne Einstufung.' : `Noch ${left} Maßnahmen ohne Einstufung.`),
  sum: (amount: string) => `Summe ${amount}`,
  handedInSome: (done: number, of: number) => `${done} von ${of} gespeichert`,

  justifyTitle: 'Warum gehört sie nach vorn?',
  noHigh: 'Ihr Team hat keine Maßnahme mit Priorität hoch.',
  starters: ['Weil sie zugleich …', 'Weil es sonst …', 'Weil zwei Ämter …'],
  reasonFor: (name: string) => `Begründung für ${name}`,
  tooLong: 'Bitte höchstens 200 Zeichen.',
  saved: 'Gespeichert. Die Liste auf der Leinwand ist aktuell.',
  writeSomething: 'Bitte schreiben Sie zuerst einen Satz.',
  listTitle: 'Integrierte Prioritätenliste',
}
