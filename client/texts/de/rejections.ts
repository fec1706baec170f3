import type { RejectionCode } from '../../../rules/decision.ts'
import { list } from '../../format.ts'
import type { RejectionText } from '../details.ts'

const quoted = (name: string) => `„${name}“`
const orElse = (text: string, instead: string) => text || instead

/** Every refusal: cause and way out. */
export const rejections: Record<RejectionCode, RejectionText> = {
  notAllowed: () => 'Das darf dieser Platz nicht. Bitte wenden Sie sich an die Spielleitung.',
  notInThisPhase: (w) => {
    const phases = [...new Set(w.names('phases'))]
    if (phases.length === 0) return 'Das ist in dieser Phase nicht vorgesehen.'
    return `Das ist in dieser Phase nicht vorgesehen. Es geht ${phases.length === 1 ? 'wieder in der Phase' : 'in den Phasen'} ${list(phases.map(quoted))}.`
  },
  paused: () => 'Gerade ist Pause. Ihre Eingabe bleibt stehen, bis es weitergeht.',
  sessionClosed: () => 'Die Sitzung ist beendet. Es lässt sich nichts mehr ändern.',
  doorClosed: () => 'Die Sitzung läuft schon. Bitte melden Sie sich bei der Spielleitung. Sie kann die Tür öffnen.',
  phaseNotReachable: () => 'Diese Phase lässt sich von hier aus nicht starten.',
  nothingToUndo: () => 'Es gibt keinen Schritt, der sich zurücknehmen lässt.',
  onlyThisRound: () => 'Nur Schritte dieser Runde lassen sich zurücknehmen.',
  leaderPresent: () => 'Die Leitung ist verbunden. Sie kann die Leitung übergeben.',
  unknownSeat: () => 'Dieses Gerät ist nicht mehr angemeldet.',
  unknownTeam: () => 'Dieses Team gibt es in dieser Sitzung nicht.',

  unknownMeasure: () => 'Diese Maßnahme gibt es nicht mehr.',
  notYourMeasure: (w) => `Diese Maßnahme führt ${orElse(prefixed('Team ', w.name('leadTeamId') || w.name('teamId')), 'ein anderes Team')}. Fragen Sie dort an.`,
  alreadyProposed: () => 'Diese Maßnahme ist schon vorgeschlagen.',
  notProposed: () => 'Diese Maßnahme ist nicht (mehr) vorgeschlagen.',
  alreadyAdopted: () => 'Diese Maßnahme ist schon beschlossen. Daran lässt sich nichts mehr ändern.',
  notApproved: () => 'Diese eigene Maßnahme wartet noch auf die Spielleitung.',
  placeMissing: () => 'Diese Maßnahme braucht zuerst einen Ort.',
  wrongPlaceKind: (w) => {
    const kinds: Record<string, string> = { point: 'einen Punkt', line: 'eine Strecke', area: 'einen Ortsteil', municipality: 'die ganze Stadt' }
    return `Diese Maßnahme braucht als Ort ${kinds[w.text('expected')] ?? 'etwas anderes'}.`
  },
  outsideMunicipality: () => 'Dieser Ort liegt außerhalb der Gemeinde.',
  placeNotAllowed: () => 'Hier ist die Maßnahme nicht möglich. Erlaubte Orte sind markiert.',
  templateExceeded: (w) => {
    const limits: Record<string, string> = {
      cost: `Die Kosten dürfen höchstens ${w.money('limit')} betragen.`,
      staff: `Höchstens ${staffPoints(w.count('limit'))} sind möglich.`,
      minStaff: `Mindestens ${staffPoints(w.count('limit'))} ${w.count('limit') === 1 ? 'ist' : 'sind'} nötig.`,
      effects: `Höchstens ${w.count('limit')} Ziele lassen sich angeben.`,
      effectPerGoal: `Je Ziel sind höchstens ${w.count('limit')} Punkte möglich.`,
    }
    return limits[w.text('field')] ?? 'Eine Angabe passt nicht zur Vorlage. Bitte prüfen Sie die Felder.'
  },
  alreadyRequested: () => 'Um diese Maßnahme haben Sie schon gebeten. Die Anfrage ist noch offen.',
  measureExcluded: (w) => `Diese Maßnahme verträgt sich nicht mit ${orElse(w.name('otherId') || w.name('by'), 'einer anderen')}.`,
  prerequisiteMissing: (w) => `Zuerst wird ${orElse(list(w.names('requires')), 'eine andere Maßnahme')} gebraucht.`,
  savingRestsOnIt: (w) =>
    `Auf dieser Maßnahme beruht die Ersparnis von ${orElse(w.name('adoptedId'), 'einer anderen')}, die schon beschlossen ist. Sie bleibt auf dem Tisch.`,

  notEnoughFunds: (w) => {
    const missing = w.money('missing')
    const out = 'Bitten Sie ein anderes Team um Beteiligung oder nehmen Sie eine Maßnahme zurück.'
    return missing ? `Dafür fehlen ${missing} Eigenmittel. ${out}` : `Dafür reichen die Eigenmittel nicht. ${out}`
  },
  notEnoughStaff: (w) => {
    const missing = w.count('missing')
    if (missing === 1) return 'Dafür fehlt 1 Personalpunkt.'
    return missing > 1 ? `Dafür fehlen ${missing} Personalpunkte.` : 'Dafür reicht das Personal nicht.'
  },
  nothingPledged: () => 'Dafür haben Sie nichts zugesagt.',
  nothingToPledge: () => 'Hier fehlt nichts mehr. Die Maßnahme ist gedeckt.',
  amountInvalid: () => 'Bitte geben Sie einen Betrag ein, der nicht null ist.',
  potNeedsAll: (w) => {
    const teams = w.names('teamIds')
    return teams.length > 0
      ? `Über den Gemeinschaftstopf entscheiden alle Teams. Es fehlt noch: ${list(teams)}.`
      : 'Über den Gemeinschaftstopf entscheiden alle Teams gemeinsam.'
  },

  samePair: () => 'Ein Querverweis braucht zwei verschiedene Maßnahmen.',
  alreadyNamed: () => 'Dieser Querverweis ist schon benannt.',
  unknownCrossReference: () => 'Diesen Querverweis gibt es nicht mehr.',
  notOpen: () => 'Das ist schon beantwortet.',
  notYours: () => 'Darüber entscheidet ein anderes Team.',
  declinedTwice: () => 'Dieser Querverweis wurde zweimal abgelehnt. Sprechen Sie am Tisch darüber.',
  settlementNotPossible: (w) => {
    const reasons: Record<string, string> = {
      adopted: 'Diese Maßnahme ist schon beschlossen und lässt sich nicht mehr ändern. Wählen Sie die andere.',
      lastRound: 'Staffeln geht nicht mehr: Es gibt keine spätere Runde.',
      everywhere: 'Diese Maßnahme gilt in der ganzen Stadt und lässt sich nicht verlagern.',
      samePlace: 'Das ist der bisherige Ort. Bitte wählen Sie einen anderen.',
    }
    return reasons[w.text('why')] ?? 'So lässt sich dieser Konflikt nicht klären. Wählen Sie einen anderen Weg.'
  },
  reasonMissing: (w) => (w.count('least') > 0 ? `Bitte begründen Sie mit mindestens ${w.count('least')} Zeichen.` : 'Bitte begründen Sie in einem Satz.'),
  pairNotProposed: (w) => `Beide Maßnahmen müssen zuerst vorgeschlagen sein.${prefixed(' Es fehlt: ', list(w.names('measureIds')), '.')}`,

  unknownOffer: () => 'Dieses Angebot gibt es nicht mehr.',
  offerClosed: (w) => {
    const team = w.name('from')
    return team && w.text('status') === 'withdrawn' ? `Das Angebot gilt nicht mehr. Team ${team} hat es zurückgezogen.` : 'Das Angebot gilt nicht mehr.'
  },
  offerNotCovered: (w) => {
    const team = orElse(w.name('teamId'), 'Einer Seite')
    const parts = [w.money('missingFunds'), w.count('missingStaff') > 0 ? staffPoints(w.count('missingStaff')) : ''].filter(Boolean)
    return parts.length > 0 ? `Das geht gerade nicht auf: ${team} fehlen ${list(parts)}.` : 'Das geht gerade nicht auf: Eine Seite hat nicht mehr genug.'
  },
  offerEmpty: () => 'Ein Angebot braucht auf mindestens einer Seite einen Inhalt.',
  ownTeam: () => 'An das eigene Team lässt sich kein Angebot richten.',

  unknownProgramme: () => 'Dieses Programm gibt es nicht.',
  programmeNotForMeasure: () => 'Dieses Programm fördert eine solche Maßnahme nicht.',
  programmeClosed: () => 'Das Förderfenster ist geschlossen.',
  conditionsNotMet: (w) => {
    const needs: Record<string, string> = {
      focusArea: 'Es fehlt die Lage in einem Schwerpunktraum.',
      area: 'Die Maßnahme liegt nicht im Fördergebiet.',
      departments: 'Es fehlt ein zweites Amt.',
      confirmedSynergy: 'Es fehlt ein bestätigter Querverweis.',
      measuresInArea: 'Es fehlen weitere Maßnahmen in diesem Raum.',
      goal: 'Die Maßnahme wirkt nicht auf das Förderziel.',
      cost: 'Die Kosten liegen außerhalb des Rahmens.',
      prerequisite: 'Eine Voraussetzung ist noch nicht beschlossen.',
    }
    const [first] = w.text('conditions').split(',')
    return `Der Antrag würde abgelehnt: ${needs[first ?? ''] ?? 'Eine Bedingung ist nicht erfüllt.'}`
  },
  alreadyApplied: () => 'Eine Maßnahme kann nur aus einem Programm gefördert werden.',
  programmePotEmpty: () => 'Die Mittel dieses Programms sind für diese Runde vergeben.',
  grantTooSmall: (w) => `Die Förderung läge unter dem Mindestbetrag des Programms${prefixed(' von ', w.money('least'))}.`,

  unknownArea: () => 'Diesen Raum gibt es nicht.',
  focusAreasFull: (w) => (w.count('max') > 0 ? `Alle ${w.count('max')} Schwerpunkträume sind belegt.` : 'Alle Schwerpunkträume sind belegt.'),
  focusAreaExists: () => 'Dieser Schwerpunktraum ist schon vorgeschlagen.',
  unknownFocusArea: () => 'Dieser Schwerpunktraum ist nicht (mehr) vorgeschlagen.',

  unknownIncident: () => 'Dieses Ereignis gibt es nicht.',
  incidentPlayed: (w) => (w.flag('skipped') ? 'Diese Karte ist schon übersprungen.' : 'Diese Karte ist schon gespielt.'),
  incidentExcluded: () => 'Diese Karte passt nicht zu einer, die schon gespielt ist.',
  incidentNotThisRound: () => 'Diese Karte passt nicht in diese Runde.',

  conflictOpen: () => 'Ein Konflikt ist noch offen. Erst klären, dann abstimmen.',
  shortfallOpen: () => 'Es fehlen noch Mittel nach dem Ereignis. Erst klären, dann abstimmen.',
  nothingToDecide: () => 'Noch ist keine Maßnahme gedeckt. Es gibt nichts zu beschließen.',
  voteUnderWay: () => 'Die Abstimmung läuft. Bis zum Ergebnis ändert sich am Paket nichts.',
  noVote: () => 'Gerade läuft keine Abstimmung.',
  ballotClosed: () => 'Diese Abgabe ist schon ausgewertet.',
  ballotIncomplete: (w) => {
    if (w.flag('tied')) return 'Stimmengleichheit. Bitte entscheiden Sie mit „Annehmen“ oder „Ablehnen“.'
    const left = w.count('left')
    if (left === 0) return 'Noch ist nicht alles ausgefüllt.'
    if (w.names('measureIds').length > 0) return left === 1 ? 'Noch 1 Zeile ohne Bewertung.' : `Noch ${left} Zeilen ohne Bewertung.`
    return left === 1 ? 'Noch 1 Punkt ist übrig. Bitte verteilen Sie alle.' : `Noch ${left} Punkte sind übrig. Bitte verteilen Sie alle.`
  },
  dotsExceeded: (w) => (w.count('by') === 1 ? 'Das ist 1 Punkt zu viel.' : `Das sind ${w.count('by')} Punkte zu viel.`),
  weightsExceeded: (w) => (w.count('by') === 1 ? 'Das ist 1 Punkt zu viel.' : `Das sind ${w.count('by')} Punkte zu viel.`),
  ballotEmpty: () => 'Noch hat niemand abgegeben.',
  unknownProcedure: () => 'Dieses Verfahren gibt es hier nicht.',
  unknownQuestion: () => 'Diese Frage ist nicht mehr offen.',
  unknownCard: () => 'Diese Karte gibt es nicht mehr.',
  notInList: () => 'Diese Maßnahme steht nicht auf der Liste.',

  invalidCommand: () => 'Diese Eingabe war unvollständig. Bitte prüfen Sie die Felder.',
  idReused: () => 'Das hat nicht geklappt. Bitte noch einmal tippen.',
  storageFull: () => 'Der Speicher ist voll. Neue Schritte sind gestoppt, damit nichts verloren geht. Die Spielleitung weiß Bescheid.',
  storeUnavailable: () => 'Der Speicher antwortet gerade nicht. Es ist nichts verloren. Bitte noch einmal tippen.',
  tooManyRequests: () => 'Das waren sehr viele Schritte auf einmal. Bitte einen Moment warten.',
  unknownRequest: () => 'Diese Anfrage gibt es nicht mehr.',
  unknownText: () => 'Dieser Text steht in keinem Export mehr.',
}

function staffPoints(count: number): string {
  return count === 1 ? '1 Personalpunkt' : `${count} Personalpunkte`
}

/** The text with what belongs around it, or nothing at all. */
function prefixed(before: string, text: string, after = ''): string {
  return text ? `${before}${text}${after}` : ''
}
