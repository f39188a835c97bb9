/** What a small xmlcalendar.ru holds. */

export interface XmlCalendarState {
  /** Year → its file. */
  years: Record<string, string>
  /** Every request goes wrong so; absent = none does. */
  fault?: 'silent' | 'unavailable' | 'foreign'
  /** Paths that were asked for. */
  requests: string[]
}
