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
          'Dauert es länger als eine Minute, gehen Sie die nächste Liste durch.',
        ],
      },
      {
        title: 'Das Gerät erreicht den Workshop-Rechner nicht',
        text: ['Prüfen Sie der Reihe nach. Nach jedem Schritt können Sie die Seite „Verbindung prüfen“ öffnen.'],
        steps: [
          'Ist das Gerät im WLAN des Workshops? Der Name steht meist neben der Leinwand.',
          'Schalten Sie mobile Daten und VPN aus. Manche Geräte weichen sonst auf das Mobilfunknetz aus.',
          'Fragt das Gerät, ob es ein WLAN ohne Internet weiter nutzen soll: Ja, verbunden bleiben.',
          'Hat der QR-Code nur ein kleines Anmeldefenster geöffnet: Öffnen Sie die Adresse in Safari, Chrome oder Firefox.',
          'Schließen Sie die Seite und öffnen Sie die Adresse von der Leinwand neu. Ihr Platz bleibt erhalten.',
        ],
      },
      {
        title: 'Kein Gerät erreicht den Workshop-Rechner',
        text: ['Dann liegt es am Netz oder am Rechner, nicht an den Tablets. Das prüft die Spielleitung.'],
        steps: [
          'Gäste-WLAN: Viele Gästenetze trennen die Geräte voneinander. Dann hilft nur ein anderes WLAN oder ein eigener kleiner Router; er braucht kein Internet.',
          'Firewall des Rechners: Erlauben Sie eingehende Verbindungen für das Programm. Unter Windows muss das Netz als „privat“ eingestuft sein.',
          'Firmennetz: Bitten Sie die IT, den Anschluss aus der Adresse (die Zahl nach dem Doppelpunkt) und dauerhafte Verbindungen („WebSockets“) freizugeben.',
          'Ruhezustand: Schalten Sie Energiesparen aus und schließen Sie das Netzteil an. Ein schlafender Rechner antwortet nicht.',
          'Hat sich die Adresse geändert, weil der Rechner das Netz gewechselt hat, gilt der neue QR-Code.',
        ],
      },
      {
        title: 'Falsches Team gewählt',
        text: ['Sagen Sie es der Spielleitung. Sie setzt das Gerät unter „Teams und Geräte“ zu einem anderen Team.'],
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
          'Die Schritte der Teams im Workshop: Vorschläge, Zusagen, Abstimmungen und Texte, die Sie schreiben, jeweils mit Uhrzeit. Alles gehört zu einem Team oder zu einem Platz am Tisch, nicht zu einer Person.',
          'Nach Namen wird nicht gefragt. Konten und Cookies gibt es nicht.',
          'Die Netzadresse Ihres Geräts kennt der Rechner nur, solange er sie zum Antworten und gegen zu viele Fehlversuche braucht. In den Workshop schreibt er sie nicht.',
        ],
      },
      {
        title: 'Was auf Ihrem Gerät bleibt',
        text: [
          'Ihr Gerät merkt sich im Speicher des Browsers seinen Platz am Tisch und die gewählte Sprache. Wer die Daten der Website löscht, löscht auch das.',
        ],
      },
      {
        title: 'Wo es gespeichert wird',
        text: [
          'Auf dem Rechner, auf dem Ämterrunde läuft, meist dem Laptop der Spielleitung, oder in der Datenbank der Stelle, die es betreibt. Die Seiten laden nichts von anderen Anbietern und senden nichts an sie.',
        ],
      },
      {
        title: 'Wie lange',
        text: [
          'Ein Workshop wird gelöscht, wenn die eingestellte Frist nach dem letzten Schritt abgelaufen ist, oder vorher von der Spielleitung. Nach dem Abschluss steht das Datum auf der Leinwand.',
          'Dateien, die die Spielleitung heruntergeladen hat, löscht das Programm nicht.',
        ],
      },
      {
        title: 'Texte',
        text: [
          'Schreiben Sie keine Namen und nichts Persönliches in die Textfelder. Die Spielleitung kann Texte ändern oder weglassen, bevor sie Dateien weitergibt; im gespeicherten Ablauf stehen sie bis zur Löschung, wie sie geschrieben wurden.',
        ],
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
        text: ['Ämterrunde richtet sich nach der EN 301 549 und den WCAG 2.2, Stufe AA. Eine Prüfung durch eine unabhängige Stelle gab es noch nicht.'],
      },
      {
        title: 'Was geprüft ist',
        text: ['Jede Fassung des Programms wird in einem Browser (Chromium) selbsttätig geprüft:'],
        steps: [
          'Das Prüfprogramm axe findet auf keiner Seite und in keiner Art von Phase einen Fehler, hell und dunkel.',
          'Ein ganzer Workshop lässt sich ohne Karte spielen: Alles, was auf der Karte möglich ist, geht auch über die Listen.',
          'Die Seiten der Teams passen auf 320 Pixel Breite, und doppelt große Schrift schneidet nichts ab.',
          'Alles zum Antippen ist mindestens 44 Pixel groß.',
        ],
      },
      {
        title: 'Was noch nicht geprüft ist',
        text: [
          'Allein mit der Tastatur ist bisher der Anfang eines Workshops geprüft: anlegen, beitreten, Probeaufgabe, allein planen und eine Maßnahme mit ihrem Ort vorschlagen. Alles ist dafür gebaut, mit der Tastatur erreichbar zu sein; bis zum Ende ist ein Workshop so noch nicht geprüft worden.',
          'Mit Menschen, die einen Screenreader, eine Lupe oder Schalter nutzen, ist noch nicht geprüft worden. Auch auf iPads mit VoiceOver nicht.',
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
        text: ['Sagen Sie es der Spielleitung. Sie kann für ein Team handeln, die Zeit anhalten und verlängern.'],
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
