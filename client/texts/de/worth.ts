import type { OptimumProgress } from '../../../rules/sessionView.ts'

const points = (count: string) => (count === '1' ? '1 Punkt' : `${count} Punkte`)

/** What working together was worth: the sentences and tables of the facilitator's debriefing. */
export const worth = {
  title: 'Was war das Miteinander wert?',
  unknown: 'Die bestmögliche Liste ist noch nicht berechnet; verglichen werden Allein und Gemeinsam.',
  share: (alone: string, best: string, together: string, share: string) =>
    `Getrennt geplant: ${points(alone)}. Bestmöglich gemeinsam: ${best}. Sie: ${together} – Sie haben ${share} des möglichen Mehrwerts gehoben.`,
  range: (alone: string, together: string, least: string, most: string) =>
    `Getrennt geplant: ${points(alone)}. Sie: ${together}. Das Beste ist nicht bewiesen; Sie haben zwischen ${least} und ${most} des möglichen Mehrwerts gehoben.`,
  below: (alone: string, together: string) =>
    `Getrennt geplant: ${points(alone)}. Sie: ${together}, also unter der getrennten Planung. Was war Ihnen wichtiger?`,
  noPotential: 'Schon die getrennten Pläne sind rechnerisch bestmöglich: In diesem Szenario steckt kein Integrationspotenzial.',
  smallPotential: (gained: string) => `Gemeinsam ließ sich hier kaum mehr holen als allein. Unterschied: ${points(gained)}.`,
  outsideRules: 'Sie liegen über dem rechnerisch Besten: Es wurden Mittel oder Regeln verändert, die Rechnung weiß davon nichts.',
  computed: (alone: string, share: string) =>
    `Gegen die getrennte Planung, wie sie rechnerisch am besten wäre (${points(alone)}), sind es ${share} des möglichen Mehrwerts.`,
  plans: 'Pläne im Vergleich',
  plan: 'Plan',
  planPoints: 'Punkte',
  more: 'gegen allein',
  funds: 'Eigenmittel',
  staff: 'Personal',
  measures: 'Maßnahmen',
  proven: 'bewiesen',
  yes: 'ja',
  no: 'nein',
  names: {
    alonePlayed: 'Allein, wie in der Ressortrunde geplant',
    aloneComputed: 'Allein, rechnerisch am besten',
    together: 'Gemeinsam beschlossen',
    best: 'Gemeinsam, rechnerisch am besten',
    withoutLosers: 'Ohne Verlierer: kein Ziel schlechter als allein',
    balanced: 'Ausgewogen: dem schwächsten Ziel so viel wie möglich',
  },
  balancedShare: (share: string) => `Ausgewogen heißt hier: Jedes Ziel bekommt mindestens ${share} von dem, was alle Maßnahmen zusammen ihm brächten.`,
  noPlan: 'in der Zeit keiner gefunden',
  goals: 'Punkte je Ziel',
  goal: 'Ziel',
  owner: 'verantwortlich',
  goalLosers: (names: string) => `Im rechnerisch besten Plan kommen schlechter weg als allein: ${names}.`,
  noGoalLosers: 'Im rechnerisch besten Plan kommt kein Ziel schlechter weg als allein.',
  sources: 'Woher das Potenzial kommt',
  source: 'Quelle',
  part: 'Anteil',
  sourceNames: { pooledMeans: 'Geld und Personal teilen', commonGoals: 'gemeinsame statt eigene Ziele', crossReferences: 'Querverweise nutzen' },
  sourcesSentence: (first: string, share: string) => `Am meisten bringt: ${first} (${share}).`,
  sourcesUnproven: 'Nicht alle acht Pläne dahinter sind bewiesen, die Anteile sind Näherungen.',
  front: 'Was mit weniger Geld ginge',
  frontSentence: (share: string, value: string) => `Schon mit ${share} des Geldes sind ${value} der Punkte des besten Plans erreichbar.`,
  budget: 'Eigenmittel bis',
  core: 'Immer dabei',
  coreSentence: (plans: number) => `In wie vielen der ${plans} Pläne eine Maßnahme steht. Was fast immer dabei ist, ist auch bei knappem Geld richtig.`,
  coreOf: (count: number, of: number) => `${count} von ${of}`,
  rank: 'Platz auf Ihrer Liste',
  comparing: ({ done, of, stopped }: NonNullable<OptimumProgress['compared']>) =>
    stopped ? `Vergleichspläne: bei ${done} von ${of} angehalten. Was fertig ist, steht unten.` : `Vergleichspläne werden gerechnet: ${done} von ${of}.`,
  cancel: 'Berechnung anhalten',
  resume: 'Weiter berechnen',
}
