/** Whether a text can be written to: one address, or several with commas between. */

const address = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/

/** Example: 'anna@example.org' → true; 'не почта', 'Пётр Новый', '' → false. */
export function isEmail(text: string): boolean {
  return text.split(',').every((one) => address.test(one.trim()))
}
