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
  notYourMeasure: (w) => `Diese Maßnahme führt ${orElse(w.name('teamId') && `Team ${w.name('teamId')}`, 'ein anderes Team')}. Fragen Sie dort an.`,
  alreadyProposed: () => 'Diese Maßnahme ist schon vorgeschlagen.',
  notProposed: () => 'Diese Maßnahme ist nicht (mehr) vorgeschlagen.',
  alreadyAdopted: () => 'Diese Maßnahme ist schon beschlossen. Daran lässt sich nichts mehr ändern.',
  notApproved: () => 'Diese eigene Maßnahme wartet noch auf die Spielleitung.',
  placeMissing: () => 'Diese Maßnahme braucht zuerst einen Ort.',
  wrongPlaceKind: () => 'Diese Maßnahme braucht eine andere Art von Ort.',
  outsideMunicipality: () => 'Dieser Ort liegt außerhalb der Gemeinde.',
  placeNotAllowed: () => 'Hier ist die Maßnahme nicht möglich. Erlaubte Orte sind markiert.',
  templateExceeded: (w) => {
    const limits: Record<string, string> = { cost: 'Die Kosten sind', staff: 'Der Personalbedarf ist', effects: 'Die Wirkung ist', areaId: 'Der Ort ist' }
    return `${limits[w.text('field')] ?? 'Eine Angabe ist'} größer als die Vorlage erlaubt.`
  },
  alreadyRequested: () => 'Um diese Maßnahme haben Sie schon gebeten. Die Anfrage ist noch offen.',
  measureExcluded: (w) => `Diese Maßnahme verträgt sich nicht mit ${orElse(w.name('measureId') || w.name('otherId'), 'einer anderen im Paket')}.`,
  prerequisiteMissing: (w) => `Zuerst wird ${orElse(list(w.names('requiresId')) || list(w.names('missing')), 'eine andere Maßnahme')} gebraucht.`,
  measureBlocked: () => 'Diese Maßnahme ist durch ein Ereignis gesperrt.',

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
  potNeedsAll: () => 'Über den Gemeinschaftstopf entscheiden alle Teams gemeinsam.',

  samePair: () => 'Ein Querverweis braucht zwei verschiedene Maßnahmen.',
  alreadyNamed: () => 'Dieser Querverweis ist schon benannt.',
  unknownCrossReference: () => 'Diesen Querverweis gibt es nicht mehr.',
  notOpen: () => 'Das ist schon beantwortet.',
  notYours: () => 'Darüber entscheidet ein anderes Team.',
  declinedTwice: () => 'Dieser Querverweis wurde zweimal abgelehnt. Sprechen Sie am Tisch darüber.',
  settlementNotPossible: (w) => {
    const reasons: Record<string, string> = { reason: 'Bitte begründen Sie mit mindestens 20 Zeichen.', place: 'Dafür wird ein neuer Ort gebraucht.' }
    return reasons[w.text('missing')] ?? 'So lässt sich dieser Konflikt nicht klären. Wählen Sie einen anderen Weg.'
  },
  reasonMissing: () => 'Bitte begründen Sie in einem Satz.',
  pairNotProposed: () => 'Beide Maßnahmen müssen zuerst vorgeschlagen sein.',

  unknownOffer: () => 'Dieses Angebot gibt es nicht mehr.',
  offerClosed: (w) => {
    const team = w.name('teamId') || w.name('from')
    return team ? `Das Angebot gilt nicht mehr. Team ${team} hat es zurückgezogen.` : 'Das Angebot gilt nicht mehr.'
  },
  offerNotCovered: (w) => {
    const team = orElse(w.name('teamId'), 'Einer Seite')
    const parts = [w.count('funds') > 0 ? w.money('funds') : '', w.count('staff') > 0 ? staffPoints(w.count('staff')) : ''].filter(Boolean)
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
  grantTooSmall: () => 'Die Förderung läge unter dem Mindestbetrag des Programms.',

  unknownArea: () => 'Diesen Raum gibt es nicht.',
  focusAreasFull: (w) => `Alle ${w.count('max') || ''} Schwerpunkträume sind belegt.`.replace('  ', ' '),
  focusAreaExists: () => 'Dieser Schwerpunktraum ist schon vorgeschlagen.',
  unknownFocusArea: () => 'Dieser Schwerpunktraum ist nicht (mehr) vorgeschlagen.',

  unknownIncident: () => 'Dieses Ereignis gibt es nicht.',
  incidentPlayed: () => 'Diese Karte ist schon gespielt.',
  incidentExcluded: () => 'Diese Karte passt nicht zu einer, die schon gespielt ist.',
  incidentNotThisRound: () => 'Diese Karte passt nicht in diese Runde.',

  conflictOpen: () => 'Ein Konflikt ist noch offen. Erst klären, dann abstimmen.',
  shortfallOpen: () => 'Es fehlen noch Mittel nach dem Ereignis. Erst klären, dann abstimmen.',
  nothingToDecide: () => 'Noch ist keine Maßnahme gedeckt. Es gibt nichts zu beschließen.',
  voteUnderWay: () => 'Die Abstimmung läuft. Bis zum Ergebnis ändert sich am Paket nichts.',
  noVote: () => 'Gerade läuft keine Abstimmung.',
  ballotClosed: () => 'Diese Abgabe ist schon ausgewertet.',
  ballotIncomplete: (w) => {
    const missing = w.count('missing') || w.names('missing').length
    if (missing === 0) return 'Noch ist nicht alles ausgefüllt.'
    return missing === 1 ? 'Noch 1 Zeile ohne Bewertung.' : `Noch ${missing} Zeilen ohne Bewertung.`
  },
  dotsExceeded: (w) => (w.count('max') > 0 ? `Sie haben ${w.count('max')} Punkte.` : 'Das sind mehr Punkte, als Sie haben.'),
  weightsExceeded: (w) => {
    const points = w.count('points') || w.count('max')
    return `Bitte verteilen Sie genau ${points || 'alle'} Punkte.`
  },
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
}

function staffPoints(count: number): string {
  return count === 1 ? '1 Personalpunkt' : `${count} Personalpunkte`
}
