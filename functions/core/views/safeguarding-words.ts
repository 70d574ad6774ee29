const spoken =
  /\b(domestic (abuse|violence)|dva?|marac|safe ?guard\w*|coercive control|honou?r based|forced marriage|stalking|sexual (abuse|violence)|women s refuge)\b/;

/** Whether a short phrase of a source system, such as the category of a note, speaks of domestic abuse or safeguarding. */
export function speaksOfSafeguarding(phrase: string): boolean {
  const words = phrase
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return spoken.test(words);
}
