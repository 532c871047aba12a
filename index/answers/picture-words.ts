/** Names that programs and hurried people give to pictures: they tell nobody what is to be seen. */
const GENERIC =
  /^(?:enter (?:image|link) description here|(?:image|picture|photo|screenshot|screen ?shot|schermafbeelding|schermafdruk|afbeelding|plaatje|foto|bild|img|dsc|pxl|whatsapp image|attachment|bijlage|untitled|naamloos|unnamed|download|uploaded image|image description)[\s_.#()-]*(?:\d[\d\s._:xatpmom()-]*)?(?:\.(?:png|jpe?g|gif|webp|heic|bmp|svg))?(?:\|\d+x\d+(?:,\s*\d+%)?)?)$/iu;
const FILE_NAME = /^[\w%() .:-]*\.(?:png|jpe?g|gif|webp|heic|bmp|svg)$/i;
const NUMBERS_ONLY = /^[\da-f_.-]{6,}$/i;

/** The words that tell what a picture shows; '' where they tell nothing. */
export function pictureWords(alt: string): string {
  const words = alt.replace(/\|\d+x\d+(?:,\s*\d+%)?$/, '').trim();
  const isGeneric = GENERIC.test(words) || FILE_NAME.test(words) || NUMBERS_ONLY.test(words);
  return isGeneric ? '' : words.replace(/\s+/g, ' ');
}
