import { ROLES } from '../../rules/decision.ts'
import { FREE_TEXT_KINDS } from '../../rules/report/freeTexts.ts'
import { PROCEDURES } from '../../rules/scenario/scenario.ts'
import { DOCUMENTS_OF, EXPORT_DOCUMENTS, EXPORT_FORMATS } from '../exports/exportFormats.ts'
import { HANDOUTS } from '../exports/handouts/handout.ts'
import { version } from './version.ts'

/** This API for other programs. tests/http/openapi.test.ts holds it against the routes that are there. */
const code = { name: 'code', in: 'path', required: true, description: 'Beitritts-Code der Sitzung', schema: { type: 'string', example: 'K7F2MD' } } as const
const error = { description: 'Fehler', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } } as const
const bearer = [{ token: [] }] as const

const json = (description: string, schema: object = { type: 'object' }) => ({ description, content: { 'application/json': { schema } } })
const answers = (status: string, description: string, schema?: object) => ({ [status]: json(description, schema), default: error })
const requestBody = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })
const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', additionalProperties: false, properties, required })
const text = { type: 'string' } as const
/** contents of a file */
const base64 = { type: 'string', contentEncoding: 'base64' } as const
const id = { type: 'string', pattern: '^[A-Za-z0-9-]{1,40}$' } as const

const lang = { name: 'lang', in: 'query', description: 'Sprache der Datei', schema: { enum: ['de', 'en'], default: 'de' } } as const
const handout = { name: 'handout', in: 'path', required: true, schema: { enum: HANDOUTS } } as const

const describedDocuments = () =>
  `Welches Dokument; das erste ist das übliche. ${EXPORT_FORMATS.map((format) => `${format}: ${DOCUMENTS_OF[format].join(', ')}`).join(' · ')}`

export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Ämterrunde',
    version: version.version,
    description: 'Sitzungen anlegen, Plätze nehmen, Ergebnisse holen. Das Spiel selbst läuft über den Colyseus-Raum „session“.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Error: object(
        {
          error: object({ code: text, message: { type: 'string', description: 'deutscher Satz für Menschen' }, details: { type: 'object' } }, [
            'code',
            'message',
          ]),
        },
        ['error'],
      ),
    },
  },
  paths: {
    '/healthz': { get: { summary: 'Läuft der Server?', responses: answers('200', 'ja') } },
    '/readyz': { get: { summary: 'Kann gespeichert werden?', responses: { ...answers('200', 'ja'), '503': json('nein') } } },
    '/version': { get: { summary: 'Version und Stand der Software', responses: answers('200', 'Version') } },
    '/.well-known/security.txt': {
      get: { summary: 'Wohin Schwachstellen gemeldet werden (RFC 9116)', responses: { '200': { description: 'Text' }, default: error } },
    },
    '/metrics': {
      get: { summary: 'Kennzahlen für Prometheus; nur vom selben Rechner oder mit Token', responses: { '200': { description: 'Text' }, default: error } },
    },
    '/api/diagnosis': {
      get: {
        summary: 'Diagnosepaket für die Betreuung: Protokoll des Servers, Version, Einstellungen ohne Geheimnisse, Zustand (ZIP)',
        security: bearer,
        responses: { '200': { description: 'ZIP' }, default: error },
      },
    },
    '/api/openapi.json': { get: { summary: 'Diese Beschreibung', responses: answers('200', 'OpenAPI 3.1') } },
    '/api/lead': {
      get: { summary: 'Gilt das Token der Leitungsseite noch?', security: bearer, responses: answers('200', 'ja') },
      post: {
        summary: 'Als Spielleitung anmelden: mit dem Einmal-Link der Konsole oder der PIN',
        requestBody: requestBody({ oneOf: [object({ ticket: text }, ['ticket']), object({ pin: text }, ['pin']), object({ key: text }, ['key'])] }),
        responses: answers('201', 'Token der Leitungsseite', object({ token: text }, ['token'])),
      },
    },
    '/api/scenarios': {
      get: { summary: 'Szenarien mit ihren Varianten', security: bearer, responses: answers('200', 'Szenarien') },
      post: {
        summary: 'Ein eigenes Szenario mit seiner Karte prüfen und aufnehmen; alle Fehler stehen auf einmal in details.problems',
        security: bearer,
        requestBody: requestBody(object({ scenario: { type: 'object' }, map: { type: 'object' } }, ['scenario', 'map'])),
        responses: answers('201', 'aufgenommen', object({ id }, ['id'])),
      },
    },
    '/api/scenarios/{id}': {
      get: {
        summary: 'Ein Szenario',
        security: bearer,
        parameters: [{ name: 'id', in: 'path', required: true, schema: id }],
        responses: answers('200', 'Szenario'),
      },
    },
    '/api/scenarios/{id}/bundle': {
      get: {
        summary: 'Ein Szenario in einer Datei (.aemterrunde)',
        security: bearer,
        parameters: [{ name: 'id', in: 'path', required: true, schema: id }],
        responses: answers('200', 'Datei'),
      },
    },
    '/api/scenarios/{id}/balance': {
      post: {
        summary: 'Ist das Szenario fair, und lohnt sich gemeinsames Planen? Befunde mit Vorschlägen, nach höchstens 40 Sekunden',
        security: bearer,
        parameters: [{ name: 'id', in: 'path', required: true, schema: id }],
        requestBody: requestBody(object({ variant: id }, [])),
        responses: answers('200', 'Befunde'),
      },
    },
    '/api/scenarios/bundles': {
      post: {
        summary: 'Ein Szenario aus einer Datei .aemterrunde (base64) prüfen und aufnehmen',
        security: bearer,
        requestBody: requestBody(object({ bundle: base64 }, ['bundle'])),
        responses: answers('201', 'aufgenommen', object({ id }, ['id'])),
      },
    },
    '/api/scenarios/imports': {
      post: {
        summary: 'Aus einer Excel- oder CSV-Liste und einer GeoJSON-Karte (base64) ein Szenario machen; ohne keep nur zeigen, was gelesen würde',
        security: bearer,
        requestBody: requestBody(
          object(
            {
              list: base64,
              map: base64,
              sheet: { type: 'string' },
              columns: { type: 'object', additionalProperties: { type: ['string', 'integer'] } },
              crs: { type: 'string' },
              districtField: { type: 'string' },
              attribution: { type: 'string' },
              town: { type: 'string', maxLength: 80 },
              inhabitants: { type: 'integer', minimum: 1 },
              title: { type: 'string', maxLength: 120 },
              authors: { type: 'string' },
              licence: { type: 'string' },
              keep: { type: 'boolean' },
            },
            ['list', 'town', 'inhabitants'],
          ),
        ),
        responses: answers('200', 'Spalten, Angenommenes und Fehler; mit keep und ohne Fehler 201 und die Kennung'),
      },
    },
    '/api/scenarios/{id}/handouts/{handout}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: id },
        handout,
        lang,
        { name: 'variant', in: 'query', description: 'Variante des Szenarios; ohne Angabe die erste', schema: id },
      ],
      get: {
        summary: 'Unterlagen zum Drucken vor dem Workshop, als PDF; der Aushang braucht eine Sitzung',
        security: bearer,
        responses: { '200': { description: 'PDF' }, default: error },
      },
    },
    '/api/sessions': {
      get: { summary: 'Alle Sitzungen', security: bearer, responses: answers('200', 'Sitzungen') },
      post: {
        summary: 'Sitzung anlegen',
        security: bearer,
        requestBody: requestBody(object({ scenario: id, variant: id, title: { type: 'string', maxLength: 120 } }, ['scenario'])),
        responses: answers(
          '201',
          'angelegt',
          object({ code: text, facilitatorToken: text, joinUrl: text, facilitatorUrl: text, wallUrl: text }, [
            'code',
            'facilitatorToken',
            'joinUrl',
            'facilitatorUrl',
            'wallUrl',
          ]),
        ),
      },
    },
    '/api/sessions/{code}': {
      parameters: [code],
      get: { summary: 'Stand einer Sitzung', security: bearer, responses: answers('200', 'Sitzung') },
      patch: {
        summary: 'Titel berichtigen, auch nach dem Ende der Sitzung; er steht auf jedem Export',
        security: bearer,
        requestBody: requestBody(object({ title: { type: 'string', minLength: 1, maxLength: 120 } }, ['title'])),
        responses: answers('200', 'Sitzung'),
      },
      delete: {
        summary: 'Sitzung mit allem, was von ihr gespeichert ist, löschen',
        security: bearer,
        responses: { '204': { description: 'gelöscht' }, default: error },
      },
    },
    '/api/sessions/{code}/branches': {
      parameters: [code],
      post: {
        summary:
          'Kopie „Was wäre wenn“ unter eigenem Code: bis zum Eintrag `sequence` des Protokolls, ohne die genannten Ereignisse, mit anderen Gewichten oder einem anderen Verfahren; das Original bleibt, wie es ist',
        security: bearer,
        requestBody: requestBody(
          object(
            {
              sequence: { type: 'integer', minimum: 1 },
              without: { type: 'array', items: id },
              weights: { type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: 100 } },
              procedure: { enum: PROCEDURES },
              order: { type: 'array', items: id },
              title: { type: 'string', minLength: 1, maxLength: 120 },
            },
            ['sequence'],
          ),
        ),
        responses: answers(
          '201',
          'angelegt',
          object({ code: text, facilitatorToken: text, joinUrl: text, facilitatorUrl: text, wallUrl: text }, [
            'code',
            'facilitatorToken',
            'joinUrl',
            'facilitatorUrl',
            'wallUrl',
          ]),
        ),
      },
    },
    '/api/sessions/{code}/door': {
      parameters: [code],
      get: { summary: 'Was man vor dem Beitritt sehen darf: Titel, Teams, ob die Tür offen ist', responses: answers('200', 'Tür') },
    },
    '/api/sessions/{code}/seats': {
      parameters: [code],
      post: {
        summary: 'Platz nehmen, oder mit dem Token eines Platzes an ihn zurückkehren',
        requestBody: requestBody(object({ role: { enum: ROLES }, teamId: id, label: { type: 'string', maxLength: 40 }, token: text }, ['role'])),
        responses: answers(
          '200',
          'Platz, sein neues Token und die Reservierung für den Raum',
          object({ seat: { type: 'object' }, token: text, reservation: { type: 'object' }, now: { type: 'integer' } }, ['seat', 'token', 'reservation', 'now']),
        ),
      },
    },
    '/api/sessions/{code}/scenario': {
      parameters: [code],
      get: { summary: 'Das Szenario, wie es die Rolle des Platzes sehen darf', security: bearer, responses: answers('200', 'Szenario') },
    },
    '/api/sessions/{code}/exports/{format}': {
      parameters: [
        code,
        { name: 'format', in: 'path', required: true, schema: { enum: EXPORT_FORMATS } },
        lang,
        { name: 'document', in: 'query', description: describedDocuments(), schema: { enum: EXPORT_DOCUMENTS } },
        { name: 'session', in: 'query', description: 'zip: `without` lässt die Sitzungsdatei weg', schema: { enum: ['without'] } },
      ],
      get: { summary: 'Ergebnis als Datei, auch während die Sitzung läuft', security: bearer, responses: { '200': { description: 'Datei' }, default: error } },
    },
    '/api/sessions/{code}/texts': {
      parameters: [code],
      get: {
        summary: 'Alle freien Texte der Exporte, wie sie geschrieben wurden und wie Exporte sie zeigen; geändert wird einer mit dem Befehl reviewText',
        security: bearer,
        responses: answers(
          '200',
          'Texte',
          object({
            texts: { type: 'array', items: object({ original: text, text, kind: { enum: FREE_TEXT_KINDS }, about: {}, places: { type: 'integer' } }) },
          }),
        ),
      },
    },
    '/api/sessions/{code}/colleagues': {
      parameters: [code],
      post: {
        summary: 'Ein zweites Gerät für die Spielleitung: Adresse mit einem Token, das zwei Minuten gilt',
        security: bearer,
        responses: answers('201', 'Adresse', object({ url: text, expiresAt: { type: 'integer' } }, ['url', 'expiresAt'])),
      },
    },
    '/api/sessions/{code}/calculations/{procedure}': {
      parameters: [code, { name: 'procedure', in: 'path', required: true, schema: { enum: PROCEDURES } }],
      get: {
        summary:
          'Wie ein Verfahren zu seiner Liste kommt: jede Zwischengröße, kritische Gewichte, Stabilität, Hinweise; null, solange die Liste nicht gezeigt ist',
        security: bearer,
        responses: answers('200', 'Rechenweg', object({ calculation: { type: ['object', 'null'] } }, ['calculation'])),
      },
    },
    '/api/sessions/{code}/search': {
      parameters: [code],
      post: {
        summary: 'Suche nach der bestmöglichen Liste und den Vergleichsplänen wieder aufnehmen',
        security: bearer,
        responses: { '204': { description: 'läuft, wenn etwas fehlt' }, default: error },
      },
      delete: {
        summary: 'Diese Suche anhalten; was gefunden ist, bleibt',
        security: bearer,
        responses: { '204': { description: 'angehalten' }, default: error },
      },
    },
    '/api/sessions/{code}/handouts/{handout}': {
      parameters: [code, handout, lang],
      get: { summary: 'Unterlagen zum Drucken vor dem Workshop, als PDF', security: bearer, responses: { '200': { description: 'PDF' }, default: error } },
    },
    '/api/sessions/{code}/pseudonyms': {
      parameters: [code],
      post: {
        summary: 'Namen durch „Person 1“, „Person 2“ … ersetzen, auch in Texten; nicht rückgängig zu machen',
        security: bearer,
        responses: answers('200', 'wie viele Namen ersetzt wurden', object({ names: { type: 'integer' } }, ['names'])),
      },
    },
    '/api/sessions/{code}/seats/{seatId}/data': {
      parameters: [code, { name: 'seatId', in: 'path', required: true, schema: id }],
      get: { summary: 'Auskunft: alles, was zu einem Platz gespeichert ist', security: bearer, responses: answers('200', 'Schritte des Platzes') },
    },
    '/api/sessions/{code}/log': {
      parameters: [code],
      get: {
        summary: 'Protokoll mit seiner Hash-Kette, eine Zeile je Eintrag',
        security: bearer,
        responses: { '200': { description: 'NDJSON', content: { 'application/x-ndjson': {} } }, default: error },
      },
    },
  },
} as const
