import type { ChannelConversation } from './channels.js';
import type { MessageFile } from './message-file.js';

/** A file that came in and lies on the disk under a temporary name. */
export interface ReceivedFile {
  readonly path: string;
  /** As the sender tells them. */
  readonly name: string;
  readonly contentType: string;
}

/** For whom an address of a file is signed: nobody else can open it. */
export type FileReader =
  /** Whoever holds the conversation that the file belongs to. */
  | { readonly kind: 'customer' }
  /** An agent, who has to be signed in as well. */
  | { readonly kind: 'agent'; readonly agentId: string }
  /** The servers of a channel, which fetch it for the customer. */
  | { readonly kind: 'door'; readonly door: string };

/** Where a file belongs. */
export interface FileOwner {
  readonly of: ChannelConversation;
  /** The agent who chose it for a reply; null for what a customer sent. */
  readonly agentId: string | null;
}

/** Room for files, promised before the first byte. */
export type FileRoom =
  | { readonly kind: 'promised'; settle(): void }
  | { readonly kind: 'none'; readonly because: 'conversation' | 'all' | 'disk'; readonly megabytes: number };

/** What became of files that came in. */
export type FileKeeping =
  | {
      readonly kind: 'kept';
      readonly files: readonly MessageFile[];
      /** Deletes them again, where the message that they came with is not taken. */
      undo(): Promise<void>;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** A file that may be read now. */
export interface OpenFile {
  readonly file: MessageFile;
  readonly of: ChannelConversation;
  readonly path: string;
}

/** The files of conversations: what customers and agents send each other. They end with their conversation. */
export interface Files {
  /** Most bytes of one file, and most files of one message. */
  readonly limits: { readonly fileBytes: number; readonly files: number };
  /** Whether files that say to be of this content type are looked at; what they are their content tells. */
  takes(contentType: string): boolean;
  /** A path for a file that is coming in. */
  temporaryPath(): string;
  /** Promises room for files that are coming in; settle it when they are kept or given up. */
  reserve(of: ChannelConversation, bytes: number): Promise<FileRoom>;
  /** Keeps received files for good; of all or none. Those that are refused are deleted. */
  keep(files: readonly ReceivedFile[], owner: FileOwner): Promise<FileKeeping>;
  /** Deletes received files that were not kept. */
  discard(files: readonly Pick<ReceivedFile, 'path'>[]): Promise<void>;
  /**
   * An address, made anew for each reading: `<id>/<reader>.<end>.<signature>/<name>`, below wherever files are served.
   * @param lifetimeMs an hour at most
   */
  address(
    file: Pick<MessageFile, 'id' | 'name'>,
    of: ChannelConversation | null,
    reader: FileReader,
    lifetimeMs?: number,
  ): string;
  /**
   * The file of an address; null where the signature is wrong, has ended, or is for somebody else, and where the file or its
   * conversation is gone: nobody can tell which.
   * @param agentId who is signed in, where addresses of agents are served
   */
  open(id: string, signature: string, agentId: string | null): Promise<OpenFile | null>;
  /** A file of a conversation for whoever carries it to the channel; null where it is gone or another's. */
  find(id: string, of: ChannelConversation): Promise<OpenFile | null>;
  /** Deletes what has ended, and bytes that a crash left without a row. @returns how many files were deleted */
  sweep(): Promise<number>;
}
