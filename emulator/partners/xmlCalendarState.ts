/** xmlcalendar.ru as the world remembers it: its files, and what is to go wrong. */

export interface XmlCalendarState {
  /** Year → its file. */
  years: Record<string, string>
  /** Every request goes wrong so; absent = none does. */
  fault?: 'silent' | 'unavailable' | 'foreign'
  /** Paths that were asked for. */
  requests: string[]
}
