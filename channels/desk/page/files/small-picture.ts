/** Side in pixels of a picture that is shown at 28, on screens of three times as many dots and more. */
const SIDE = 192;
/** What the server takes, in bytes (`MOST_PICTURE_BYTES` in bot/accounts/profile/picture-kind.ts). */
const MOST_BYTES = 20_000;
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/**
 * Makes a small square JPEG of whatever picture the browser can read; where it was taken and by what is lost with that.
 * @returns base64; null for what is no picture
 */
export async function smallPicture(file: Blob): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // JPEG knows nothing of what can be seen through.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, SIDE, SIDE);
    const side = Math.min(picture.width, picture.height);
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
    const forms = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '');
    return forms.find((base64) => base64 !== '' && base64.length * 0.75 <= MOST_BYTES) ?? null;
  } catch {
    return null;
  }
}
