/** What lies beside the program in a portable folder: the file to double-click, for each system, and what to read first. */
const UNIX = `#!/bin/sh
# Startet Ämterrunde aus diesem Ordner; die Daten liegen daneben im Ordner „daten“.
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/programm" || exit 1
export DATA_DIR="\${DATA_DIR:-$here/daten}" NODE_ENV=production COMMIT={COMMIT} OPEN_BROWSER="\${OPEN_BROWSER:-1}"
if [ "\${1:-}" = sitzung ]; then shift; exec ./node --disable-warning=ExperimentalWarning server/sessions/cli.ts "$@"; fi
exec ./node --disable-warning=ExperimentalWarning server/main.ts
`

const WINDOWS = `@echo off\r
rem Startet Aemterrunde aus diesem Ordner; die Daten liegen daneben im Ordner "daten".\r
chcp 65001 >nul\r
title Aemterrunde - dieses Fenster offen lassen\r
if not defined DATA_DIR set "DATA_DIR=%~dp0daten"\r
set NODE_ENV=production\r
set COMMIT={COMMIT}\r
if not defined OPEN_BROWSER set OPEN_BROWSER=1\r
cd /d "%~dp0programm"\r
if "%1"=="sitzung" (\r
  node.exe --disable-warning=ExperimentalWarning server\\sessions\\cli.ts %2 %3 %4 %5 %6\r
) else (\r
  node.exe --disable-warning=ExperimentalWarning server\\main.ts\r
)\r
pause\r
`

export const STARTERS = {
  win32: { name: 'Aemterrunde starten.cmd', text: WINDOWS },
  darwin: { name: 'Aemterrunde starten.command', text: UNIX },
  linux: { name: 'aemterrunde-starten.sh', text: UNIX },
} as const

export const READ_ME = `ÄMTERRUNDE – ohne Installation

1. Den ganzen Ordner entpacken, nicht aus dem ZIP heraus starten.
2. „{START}“ doppelt anklicken. Ein Fenster geht auf; es bleibt während des Workshops offen.
3. Der Browser öffnet die Seite der Spielleitung. Falls nicht: den Link aus dem Fenster öffnen. Er gilt einmal.
4. Tablets ins selbe WLAN bringen und den QR-Code oder die Adresse aus dem Fenster öffnen.

Windows fragt beim ersten Start, ob „Node.js“ im Netz erreichbar sein darf. Für private Netze erlauben;
ohne Administratorrechte muss die IT das einmal freigeben.
macOS: beim ersten Mal mit der rechten Maustaste anklicken und „Öffnen“ wählen.

Alles, was gespeichert wird, liegt im Ordner „daten“. Zum Umziehen den ganzen Ordner kopieren, solange nichts läuft.
Zum Entfernen den Ordner löschen; es bleibt nichts auf dem Rechner zurück.
`
