/** Reads things by id so that an answer never sets back what a later one has shown. */
interface OrderedReads {
  /** Reads now, or once more after the read of this id that is under way. Resolves when the newest was taken. */
  read(id: string): Promise<void>;
  /** Tells that something newer than any read under way was shown: what those bring is read again. */
  overtake(id: string): void;
}

interface Reading {
  isDue: boolean;
  isOvertaken: boolean;
  whenDone: Promise<void>;
}

/** One read at a time for each id: answers of several at once could come in any order. */
export function createOrderedReads<Result>(
  read: (id: string) => Promise<Result>,
  take: (id: string, result: Result) => void,
): OrderedReads {
  const readings = new Map<string, Reading>();

  async function readWhileDue(id: string, reading: Reading): Promise<void> {
    while (reading.isDue) {
      reading.isDue = false;
      reading.isOvertaken = false;
      const result = await read(id);
      if (reading.isOvertaken) reading.isDue = true;
      else take(id, result);
    }
    readings.delete(id);
  }

  return {
    read(id) {
      const running = readings.get(id);
      if (running) {
        running.isDue = true;
        return running.whenDone;
      }
      const reading: Reading = { isDue: true, isOvertaken: false, whenDone: Promise.resolve() };
      readings.set(id, reading);
      reading.whenDone = readWhileDue(id, reading);
      return reading.whenDone;
    },
    overtake(id) {
      const running = readings.get(id);
      if (running) running.isOvertaken = true;
    },
  };
}
