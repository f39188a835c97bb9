/** Probes that may run in a working office: they read, or ask for what is refused. Nothing is written, nobody is told. */

import { type AnyProbe, probeOf } from './probe'

export interface HarmlessProbe extends AnyProbe {
  /** What it asks, for an administrator. */
  readonly title: string
  /** What in the office hangs on the answer. */
  readonly means: string
}

const harmless = (title: string, means: string, probe: AnyProbe): HarmlessProbe => ({ ...probe, title, means })

export const harmlessProbes: readonly HarmlessProbe[] = [
  harmless('Время в поясе офиса', 'Сроки и время встреч могут показываться со сдвигом', {
    name: 'a moment in the zone of an office',
    label: 'documented',
    needs: [],
    run: () => Utilities.formatDate(new Date('2026-11-23T21:30:00Z'), 'Europe/Moscow', "yyyy-MM-dd'T'HH:mm"),
    expect: '2026-11-24T00:30',
  }),
  harmless('Неизвестный часовой пояс', 'Опечатка в поясе не отвергнется, а даст время по Гринвичу', {
    name: 'a zone that nobody knows is refused',
    label: 'assumed',
    needs: [],
    run: (_scratch, _given, { failure }) => failure(() => Utilities.formatDate(new Date(0), 'Нигде', 'HH')) !== 'no error',
    expect: true,
  }),
  harmless('Подпись ссылок', 'Ссылки в письмах могут перестать открываться', {
    name: 'a signature of a Russian text is signed bytes',
    label: 'documented',
    needs: [],
    run: () => {
      const bytes = Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_256, 'сделка', 'ключ', Utilities.Charset.UTF_8)
      return [bytes.length, bytes.slice(0, 3)]
    },
    expect: [32, [-53, 20, -106]],
  }),
  harmless('Замок записи', 'Две записи разом могут помешать друг другу', {
    name: 'the lock is taken, held, released',
    label: 'documented',
    needs: [],
    run: () => {
      const lock = LockService.getScriptLock()
      const taken = lock.tryLock(10_000)
      const held = lock.hasLock()
      lock.releaseLock()
      return [taken, held, lock.hasLock()]
    },
    expect: [true, true, false],
  }),
  harmless('Лист, которого нет', 'Пропавший лист не будет назван по имени', {
    name: 'a range of a sheet that is not there',
    label: 'observed',
    needs: ['spreadsheets'],
    run: ({ spreadsheetId }, _given, { failure }) =>
      failure(() => Sheets!.Spreadsheets.Values.batchGet(spreadsheetId, { ranges: ['Нет такого!A1'] })),
    expect:
      'GoogleJsonResponseException: API call to sheets.spreadsheets.values.batchGet failed with error: Unable to parse range: Нет такого!A1',
  }),
  harmless('Таблица, которой нет', 'Потерянный доступ к таблице не будет понят', {
    name: 'a spreadsheet that is not there',
    label: 'documented',
    needs: ['spreadsheets'],
    run: (_scratch, _given, { failure }) => failure(() => Sheets!.Spreadsheets.get('1nowhere', { fields: 'spreadsheetId' })),
    expect: 'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
  }),
  harmless('Испорченная отметка календаря', 'Сверка с календарём может остановиться', {
    name: 'a damaged sync token',
    label: 'observed',
    needs: ['calendar.events'],
    run: ({ calendarId }, _given, { failure }) => failure(() => Calendar!.Events.list(calendarId, { syncToken: 'S' })),
    expect: 'GoogleJsonResponseException: API call to calendar.events.list failed with error: Invalid sync token value.',
  }),
  harmless('Событие, которого нет', 'Удалённое событие не будет понято', {
    name: 'an event that is not there',
    label: 'documented',
    needs: ['calendar.events'],
    run: ({ calendarId }, _given, { failure }) => failure(() => Calendar!.Events.get(calendarId, 'nosuchevent00')),
    expect: 'GoogleJsonResponseException: API call to calendar.events.get failed with error: Not Found',
  }),
  harmless('Страница событий', 'Сверка с календарём может что-то пропустить', {
    name: 'a page of events has its etag, and a token for what follows',
    label: 'documented',
    needs: ['calendar.events'],
    run: ({ calendarId }) => {
      const page = Calendar!.Events.list(calendarId, { maxResults: 1 })
      return [Array.isArray(page.items), typeof (page.nextPageToken ?? page.nextSyncToken), page.nextPageToken && page.nextSyncToken]
    },
    expect: [true, 'string', null],
  }),
  harmless('Свойства программы', 'Программа может не узнать свою таблицу', {
    name: 'a property that is not there is null',
    label: 'documented',
    needs: [],
    run: () => PropertiesService.getScriptProperties().getProperty('нет такого'),
    expect: null,
  }),
  harmless('Письмо без адреса', 'Неверный адрес клиента не будет назван', {
    name: 'a letter to nobody',
    label: 'observed',
    needs: ['script.send_mail'],
    run: (_scratch, _given, { failure }) => failure(() => MailApp.sendEmail({ to: '', subject: 'проба', body: 'проба' })),
    expect: 'Exception: Failed to send email: no recipient',
  }),
  harmless('Запас писем на сегодня', 'Важные письма могут не уйти первыми', {
    name: 'how many letters are left is a number',
    label: 'documented',
    needs: ['script.send_mail'],
    run: () => typeof MailApp.getRemainingDailyQuota(),
    expect: 'number',
  }),
  harmless('Длинный адрес', 'Обращение к другой программе может не уйти', {
    name: 'an address of more than 2 KB',
    label: 'documented',
    needs: ['script.external_request'],
    run: (_scratch, _given, { failure }) => failure(() => UrlFetchApp.fetch(`https://nowhere.invalid/?q=${'x'.repeat(2100)}`)),
    expect: 'Exception: Limit Exceeded: URLFetch URL Length.',
  }),
  harmless('Разрешения', 'Часть разрешений не дана: «Установить и проверить» спросит их снова', {
    name: 'all permissions are granted',
    label: 'documented',
    needs: [],
    run: () => String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()),
    expect: 'NOT_REQUIRED',
  }),
  harmless(
    'Шаблоны страниц',
    'Текст клиента мог бы стать частью страницы',
    probeOf({
      name: 'a template escapes what stands in it',
      label: 'documented',
      needs: [],
      run: () => HtmlService.createTemplate('<?= "<b>" ?>').evaluate().getContent(),
      expect: '&lt;b&gt;',
    }),
  ),
]
