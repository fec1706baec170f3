/** Pages beside the workshop: help, data protection, accessibility, trying the connection. */
export const pages = {
  help: {
    title: 'Hilfe',
    sections: [
      {
        title: 'Mitmachen',
        text: [
          'Scannen Sie den Code auf der Leinwand oder tippen Sie ihn auf der Anmeldeseite ein. Wählen Sie Ihr Team. Mehr braucht es nicht: kein Konto, kein Name.',
          'Mehrere Geräte können für dasselbe Team mitmachen. Alle sehen dasselbe.',
        ],
      },
      {
        title: 'Die Verbindung ist weg',
        text: [
          'Ihr Team verliert nichts. Lassen Sie die Seite offen: Sie verbindet sich von selbst wieder. Was Sie gerade schreiben, bleibt stehen.',
          'Dauert es länger, prüfen Sie das WLAN und schalten Sie mobile Daten aus.',
        ],
      },
      {
        title: 'Falsches Team gewählt',
        text: ['Öffnen Sie oben das Menü und verlassen Sie das Team. Wählen Sie danach neu.'],
      },
      {
        title: 'Etwas lässt sich nicht tun',
        text: ['Die Anzeige nennt den Grund und was hilft. Bleibt etwas unklar, fragen Sie die Spielleitung: Sie kann Schritte zurücknehmen.'],
      },
      {
        title: 'Was mit der Liste geschieht',
        text: ['Die gemeinsame Liste ist ein Arbeitsstand des Workshops und kein Ratsbeschluss. Die Spielleitung gibt sie als Datei weiter.'],
      },
    ],
  },
  privacy: {
    title: 'Datenschutz',
    sections: [
      {
        title: 'Was gespeichert wird',
        text: [
          'Die Schritte der Teams im Workshop: Vorschläge, Zusagen, Abstimmungen und Texte, die Sie schreiben. Alles gehört zu einem Team, nicht zu einer Person.',
          'Namen, Konten und Cookies gibt es nicht. Ihr Gerät merkt sich im eigenen Speicher den Platz am Tisch, die gewählte Sprache und angefangene Texte.',
        ],
      },
      {
        title: 'Wo es gespeichert wird',
        text: [
          'Nur auf dem Rechner, auf dem Ämterrunde läuft, meist dem Laptop der Spielleitung. Nichts wird an Dritte übertragen, nichts wird aus dem Internet nachgeladen.',
        ],
      },
      {
        title: 'Wie lange',
        text: ['Bis zur eingestellten Frist oder bis die Spielleitung den Workshop löscht. Nach dem Abschluss steht das Datum auf der Leinwand.'],
      },
      {
        title: 'Texte',
        text: ['Schreiben Sie keine Namen und nichts Persönliches in die Textfelder. Die Spielleitung kann Texte vor der Weitergabe entfernen.'],
      },
      {
        title: 'Verantwortlich',
        text: [
          'Verantwortlich ist die Stelle, die den Workshop durchführt. Fragen beantwortet die Spielleitung oder die oder der Datenschutzbeauftragte dieser Stelle.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Barrierefreiheit',
    sections: [
      {
        title: 'Was gilt',
        text: [
          'Ämterrunde richtet sich nach der EN 301 549 und den WCAG 2.2, Stufe AA. Eine Prüfung durch eine unabhängige Stelle gab es noch nicht.',
          'Alles, was auf der Karte möglich ist, geht auch über die Listen: mit Tastatur, Schalter oder Screenreader.',
        ],
      },
      {
        title: 'Was bekannt ist',
        text: [
          'Die Leinwand ist zum Lesen aus der Entfernung gemacht. Was dort steht, steht auch auf den Geräten der Teams oder wird vorgelesen.',
          'Texte der Spielwelt gibt es in Leichter Sprache noch nicht.',
        ],
      },
      {
        title: 'Etwas ist nicht nutzbar',
        text: ['Sagen Sie es der Spielleitung. Sie kann für ein Team handeln und die Zeit anhalten.'],
      },
    ],
  },
  check: {
    title: 'Verbindung prüfen',
    intro: 'Öffnen Sie diese Seite auf dem Gerät, mit dem mitgemacht werden soll.',
    again: 'Noch einmal prüfen',
    running: 'wird geprüft …',
    good: 'in Ordnung',
    bad: 'geht nicht',
    allGood: 'Dieses Gerät kann mitmachen.',
    notAllGood: 'Ein Punkt braucht Ihre Hilfe.',
    items: {
      server: {
        name: 'Workshop-Rechner erreichbar',
        help: 'Richtiges WLAN wählen, mobile Daten und VPN ausschalten. Manche Gäste-WLANs trennen Geräte voneinander: dann ein eigenes WLAN nutzen.',
      },
      live: { name: 'Laufende Verbindung', help: 'Das Netz lässt keine dauerhafte Verbindung zu. Ein anderes WLAN oder einen Hotspot nutzen.' },
      speed: { name: 'Antwortzeit', help: 'Das Netz ist langsam. Näher an den WLAN-Punkt gehen oder andere Geräte trennen.' },
      storage: { name: 'Speicher des Geräts', help: 'Im privaten Fenster merkt sich das Gerät den Platz nicht. Besser ein normales Fenster nutzen.' },
      map: { name: 'Bewegte Karte', help: 'Das Gerät zeigt ein stehendes Bild mit Liste. Mitmachen geht trotzdem.' },
    },
    milliseconds: (ms: number) => `${ms} Millisekunden`,
  },
}
